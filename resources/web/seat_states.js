// What each seat is now: filled from the compact string, changed by the stream. Counts what is free in each section.
export const Free = 0;
export const Held = 1; // may come free again
export const Gone = 2;

// The characters of sync/wire/availability.h; one that is not known here is not to be had.
const codes = { f: Free, h: Held, x: Gone };
const codeOf = (character) => codes[character] ?? Gone;

export class SeatStates {
  constructor(plan) {
    this.plan = plan;
    this.of = new Uint8Array(plan.count).fill(Gone);
    this.freeIn = new Uint32Array(plan.sections.length);
    this.listeners = [];
  }

  onChange(listener) { this.listeners.push(listener); }

  setAll(text) {
    const changed = [];
    for (let seat = 0; seat < this.plan.count; seat += 1) {
      const code = codeOf(text[seat]);
      if (code !== this.of[seat]) changed.push(seat);
      this.#put(seat, code);
    }
    this.#tell(changed);
  }

  // [[seat index, character], …]
  change(pairs) {
    const changed = [];
    for (const [seat, character] of pairs) {
      if (!(seat >= 0 && seat < this.plan.count) || codeOf(character) === this.of[seat]) continue;
      this.#put(seat, codeOf(character));
      changed.push(seat);
    }
    this.#tell(changed);
  }

  #put(seat, code) {
    const section = this.plan.sectionIndexOf(seat);
    this.freeIn[section] += (code === Free) - (this.of[seat] === Free);
    this.of[seat] = code;
  }

  #tell(changed) {
    if (changed.length > 0) for (const listener of this.listeners) listener(changed);
  }
}
