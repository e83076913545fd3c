// What pages do once they are loaded. Every page works without it.
export {};
