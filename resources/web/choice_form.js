// Ties the choice to the form that holds it: the list's check boxes follow the map and the map follows them; a chosen
// seat that has no box on this page goes along in a hidden field.
import { element } from './elements.js';

export class ChoiceForm {
  // choose(seat): as a press on the map; returns what came of it.
  constructor(form, choice, plan, choose) {
    Object.assign(this, { form, choice, plan });
    this.boxes = new Map(); // seat → check box
    for (const box of form.querySelectorAll('input[type=checkbox][name=seat]')) this.boxes.set(plan.seatOf(box.value), box);
    this.hidden = element('span', { hidden: true });
    form.append(this.hidden);
    form.addEventListener('change', ({ target }) => {
      const seat = target.name === 'seat' ? plan.seatOf(target.value) : -1;
      if (seat >= 0 && target.checked !== choice.has(seat)) choose(seat);
      this.update();
    });
    choice.onChange(() => this.update());
  }

  // Seats the page came with ticked.
  ticked() { return [...this.boxes].filter(([, box]) => box.checked).map(([seat]) => seat); }
  boxOf(seat) { return this.boxes.get(seat); }

  update() {
    for (const [seat, box] of this.boxes) if (box.checked !== this.choice.has(seat)) box.checked = this.choice.has(seat);
    const rest = [...this.choice.seats].filter((seat) => !this.boxes.has(seat));
    this.hidden.replaceChildren(...rest.map((seat) => element('input', { type: 'hidden', name: 'seat', value: this.plan.label(seat) })));
  }
}
