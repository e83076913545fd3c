// Docs that do what the path says, to see what becomes of a thread.
const answer = (body) => ({ status: 200, headers: { "content-type": "text/plain" }, body });

export default {
  owns: () => true,
  async handle({ path, headers }) {
    switch (path) {
      case "/docs/crash":
        setImmediate(() => {
          throw new Error("crashed");
        });
        return new Promise(() => {});
      case "/docs/fail":
        throw new Error("failed");
      case "/docs/odd":
        throw new TypeError("odd", {
          cause: { give: () => "a function", why: "the disk is full" },
        });
      case "/docs/hang":
        for (;;);
      case "/docs/wait":
        return new Promise((resolve) => setTimeout(resolve, 200, answer("waited")));
      case "/docs/bytes":
        return answer(Uint8Array.of(0, 255, 128));
      default:
        return answer(JSON.stringify(headers));
    }
  },
};
