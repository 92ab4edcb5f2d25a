// A seat in words, the same everywhere: "Stalls, row C, seat 12, €45.00, free, restricted view".
import { Companion, RestrictedView, Wheelchair } from './seat_plan.js';
import { Free, Held } from './seat_states.js';
import { moneyText, words } from './words.js';

export class SeatWords {
  // prices: {currency, types: […], areas: [{name, prices: [minor or null, …]}]}, areas in the order of the plan's.
  constructor(plan, states, choice, prices) {
    Object.assign(this, { plan, states, choice, prices });
  }

  // Minor units at the first price type the area is sold at; null: not sold.
  priceOf(seat) { return this.areaPrice(this.plan.areaOf[seat]); }
  areaPrice(area) { return this.prices.areas[area]?.prices.find((price) => price !== null) ?? null; }
  money(minor) { return moneyText(minor, this.prices.money); }

  // "Stalls, row C, seat 12"
  place(seat) {
    const row = this.plan.rows[this.plan.rowOf[seat]];
    return `${this.plan.sections[row.section].name}, ${words.row} ${row.name}, ${words.seat} ${this.plan.numbers[seat]}`;
  }
  places(seats) { return seats.map((seat) => this.place(seat)).join('; '); }

  state(seat) {
    if (this.choice.has(seat)) return words.chosen;
    if (this.priceOf(seat) === null) return words.unpriced;
    return { [Free]: words.free, [Held]: words.held }[this.states.of[seat]] ?? words.gone;
  }

  remarks(seat) {
    const bits = this.plan.attributes[seat];
    return [[Wheelchair, words.wheelchair], [Companion, words.companion], [RestrictedView, words.restricted]]
      .filter(([bit]) => bits & bit).map(([, text]) => text);
  }

  whole(seat) {
    const price = this.priceOf(seat);
    return [this.place(seat), ...(price === null ? [] : [this.money(price)]), this.state(seat), ...this.remarks(seat)].join(', ');
  }
}
