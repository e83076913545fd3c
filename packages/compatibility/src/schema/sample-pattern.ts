/** Strings that match a pattern, made up by reading it; the caller tests them. None for what is not understood. */
export function patternSamples(pattern: string): readonly string[] {
  return [0, 1, 2].flatMap((variant) => {
    const reader = new Reader(pattern, variant);
    const text = reader.alternatives();
    return reader.atEnd ? [text] : [];
  });
}

/** Characters that stand for a class of them. */
const classes: Readonly<Record<string, readonly string[]>> = {
  d: ["0", "7", "9"],
  w: ["a", "Z", "0"],
  s: [" ", " ", " "],
  D: ["a", "-", "x"],
  W: ["-", " ", "!"],
  S: ["a", "0", "-"],
};

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v" };

class Reader {
  readonly #text: string;
  readonly #variant: number;
  #at = 0;

  constructor(text: string, variant: number) {
    this.#text = text;
    this.#variant = variant;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Reads up to the end of a group, and gives one of its alternatives. */
  alternatives(): string {
    const all = [this.#sequence()];
    while (this.#takes("|")) all.push(this.#sequence());
    return all[this.#variant % all.length] ?? "";
  }

  #sequence(): string {
    let made = "";
    while (!this.atEnd && this.#next !== "|" && this.#next !== ")") {
      const atom = this.#atom();
      made += atom.repeat(this.#times());
    }
    return made;
  }

  get #next(): string {
    return this.#text[this.#at] ?? "";
  }

  #takes(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #atom(): string {
    if (this.#takes("^") || this.#takes("$")) return "";
    if (this.#takes("(?=") || this.#takes("(?!") || this.#takes("(?<=") || this.#takes("(?<!")) {
      this.alternatives();
      this.#takes(")");
      return "";
    }
    if (this.#takes("(")) {
      if (this.#takes("?<")) while (!this.atEnd && !this.#takes(">")) this.#at++;
      else this.#takes("?:");
      const made = this.alternatives();
      this.#takes(")");
      return made;
    }
    if (this.#takes("[")) return this.#set();
    if (this.#takes(".")) return ["a", "0", "-"][this.#variant] ?? "a";
    return this.#takes("\\") ? this.#escaped() : this.#character();
  }

  #character(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #escaped(): string {
    const character = this.#character();
    if (character === "b" || character === "B") return "";
    const known = classes[character]?.[this.#variant] ?? escapes[character];
    if (known !== undefined) return known;
    if (character === "u" || character === "x") return this.#codePoint(character);
    return character;
  }

  #codePoint(kind: string): string {
    const match = /^(?:\{([0-9a-f]+)\}|([0-9a-f]{4})|([0-9a-f]{2}))/i.exec(
      this.#text.slice(this.#at),
    );
    if (!match) return kind;
    this.#at += match[0].length;
    return String.fromCodePoint(Number.parseInt(match[1] ?? match[2] ?? match[3] ?? "0", 16));
  }

  #set(): string {
    const negated = this.#takes("^");
    const members: string[] = [];
    while (!this.atEnd && !this.#takes("]")) {
      const from = this.#takes("\\") ? this.#escaped() : this.#character();
      const isRange = this.#next === "-" && this.#text[this.#at + 1] !== "]";
      if (!isRange) {
        members.push(from);
        continue;
      }
      this.#at++;
      const to = this.#takes("\\") ? this.#escaped() : this.#character();
      members.push(from, to);
    }
    if (!negated) return members[this.#variant % Math.max(1, members.length)] ?? "";
    const others = ["a", "0", "-", "Z", " ", "~"].filter((one) => !members.includes(one));
    return others[this.#variant % Math.max(1, others.length)] ?? "\u00e9";
  }

  #times(): number {
    const [least, most] = this.#quantifier();
    this.#takes("?");
    return this.#variant === 0 ? least : Math.min(most, Math.max(least, this.#variant));
  }

  #quantifier(): readonly [number, number] {
    if (this.#takes("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#takes("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#takes("?")) return [0, 1];
    const match = /^\{(\d+)(,?)(\d*)\}/.exec(this.#text.slice(this.#at));
    if (!match) return [1, 1];
    this.#at += match[0].length;
    const least = Math.min(1000, Number(match[1]));
    if (match[2] === "") return [least, least];
    return [least, match[3] === "" ? Number.POSITIVE_INFINITY : Math.min(1000, Number(match[3]))];
  }
}
