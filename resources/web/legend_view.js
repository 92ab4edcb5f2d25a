// The price filter above the map and the legend below it, drawn with the map's own glyphs.
import { element } from './elements.js';
import { drawSeat, drawShare } from './seat_glyphs.js';
import { Companion, RestrictedView, Wheelchair } from './seat_plan.js';
import { words } from './words.js';

const glyph = 20; // pixels

function picture(draw) {
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  const canvas = element('canvas', { class: 'map-glyph', width: glyph * ratio, height: glyph * ratio, 'aria-hidden': 'true' });
  const c = canvas.getContext('2d');
  c.scale(ratio, ratio);
  c.translate(glyph / 2, glyph / 2);
  draw(c);
  return canvas;
}

export class LegendView {
  // show(areas: Set or null): what the filter leaves bright.
  constructor(filterParent, legendParent, seatWords, show) {
    Object.assign(this, { seatWords, show });
    this.pressed = new Set();
    this.filter = element('div', { class: 'map-filter', role: 'group', 'aria-label': words.areas });
    this.list = element('ul', { class: 'map-legend' });
    filterParent.append(this.filter);
    legendParent.append(element('details', {}, element('summary', {}, words.legend), this.list, element('p', { class: 'muted' }, words.help)));
  }

  // Also when light turns dark.
  paint(colours) {
    this.colours = colours;
    this.#paintFilter();
    this.#paintLegend();
  }

  #seatPicture(state, area, attributes = 0) {
    return picture((c) => drawSeat(c, 8.5, { state, attributes, area: this.colours.of(area), colours: this.colours }));
  }

  #paintFilter() {
    const { plan } = this.seatWords;
    const used = new Set(plan.areaOf);
    const focused = [...this.filter.children].indexOf(document.activeElement);
    this.filter.replaceChildren(...plan.areas.map((name, area) => [name, area]).filter(([, area]) => used.has(area)).map(([name, area]) => {
      const price = this.seatWords.areaPrice(area);
      return element('button', { type: 'button', class: 'quiet', 'aria-pressed': String(this.pressed.has(area)), click: () => this.#toggle(area) },
        this.#seatPicture(price === null ? 'unpriced' : 'free', area), `${name} ${price === null ? words.unpriced : this.seatWords.money(price)}`);
    }));
    this.filter.hidden = this.filter.children.length < 2;
    this.filter.children[focused]?.focus();
  }

  #toggle(area) {
    if (!this.pressed.delete(area)) this.pressed.add(area);
    this.#paintFilter();
    this.show(this.pressed.size > 0 ? new Set(this.pressed) : null);
  }

  #paintLegend() {
    const entries = [
      [this.#seatPicture('free', 0), words.legendFree], [this.#seatPicture('chosen', 0), words.legendChosen],
      [this.#seatPicture('held', 0), words.legendHeld], [this.#seatPicture('gone', 0), words.legendGone],
      [this.#seatPicture('unpriced', 0), words.legendUnpriced], [this.#seatPicture('free', 0, Wheelchair), words.legendWheelchair],
      [this.#seatPicture('free', 0, Companion), words.legendCompanion], [this.#seatPicture('free', 0, RestrictedView), words.legendRestricted],
      [picture((c) => drawShare(c, 7, 0.4, this.colours)), words.legendBlock],
    ];
    this.list.replaceChildren(...entries.map(([image, text]) => element('li', {}, image, text)));
  }
}
