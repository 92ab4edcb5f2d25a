// The seats the fan has chosen, at most so many; kept for the visit, so that a look at another page loses nothing.
import { Free } from './seat_states.js';

export class Choice {
  // isSold(seat): has the seat a price at all? key: where the choice is kept in the session's storage.
  constructor(states, max, isSold, key) {
    this.states = states;
    this.max = max;
    this.isSold = isSold;
    this.key = key;
    this.seats = new Set(); // in the order they were chosen
    this.listeners = [];
    this.isSent = false; // on its way to the server: our own hold must not look like somebody else's
  }

  onChange(listener) { this.listeners.push(listener); }
  has(seat) { return this.seats.has(seat); }
  get size() { return this.seats.size; }

  // 'added', 'removed', 'full' or 'gone'.
  toggle(seat) {
    if (this.isSent) return 'gone';
    if (this.seats.has(seat)) {
      this.remove(seat);
      return 'removed';
    }
    if (this.states.of[seat] !== Free || !this.isSold(seat)) return 'gone';
    if (this.seats.size >= this.max) return 'full';
    this.seats.add(seat);
    this.#tell();
    return 'added';
  }

  remove(seat) {
    if (this.seats.delete(seat)) this.#tell();
  }

  // Chooses all of these or, past the limit, none.
  addAll(seats) {
    const more = seats.filter((seat) => !this.seats.has(seat) && this.states.of[seat] === Free);
    if (this.seats.size + more.length > this.max) return false;
    for (const seat of more) this.seats.add(seat);
    this.#tell();
    return true;
  }

  // Drops those of the changed seats that are no longer to be had, and only those. Returns them.
  dropTaken(changed) {
    if (this.isSent) return [];
    const taken = changed.filter((seat) => this.seats.has(seat) && this.states.of[seat] !== Free);
    for (const seat of taken) this.seats.delete(seat);
    if (taken.length > 0) this.#tell();
    return taken;
  }

  #tell() {
    for (const listener of this.listeners) listener();
    this.#keep();
  }

  // Storage may be switched off: then the choice lives as long as the page.
  #keep() {
    try {
      sessionStorage.setItem(this.key, JSON.stringify([...this.seats].map((seat) => this.states.plan.label(seat))));
    } catch { /* see above */ }
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? '[]').map((label) => this.states.plan.seatOf(label)).filter((seat) => seat >= 0);
    } catch {
      return [];
    }
  }
}

const prefix = 'parterre.choice.';

export function choiceKey(event) { return prefix + event; }

// After a hold the choice has served.
export function forgetChoices() {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch { /* nothing was kept */ }
}
