// Makes the seat map of the page live: loads plan and states, wires choice, map, basket, list and stream together.
import { Announcer } from './announcer.js';
import { BasketView } from './basket_view.js';
import { Choice, choiceKey } from './choice.js';
import { ChoiceForm } from './choice_form.js';
import { element } from './elements.js';
import { LegendView } from './legend_view.js';
import { MapStage } from './map_stage.js';
import { Proposals } from './proposals.js';
import { SeatFeed } from './seat_feed.js';
import { SeatGrid } from './seat_grid.js';
import { loadPlan } from './seat_plan.js';
import { SeatStates } from './seat_states.js';
import { SeatWords } from './seat_words.js';
import { language, words } from './words.js';

function start(root, form, plan, prices) {
  const states = new SeatStates(plan);
  const priced = new Set(plan.areas.map((_, area) => area).filter((area) => prices.areas[area]?.prices.some((price) => price !== null)));
  const choice = new Choice(states, Number(root.dataset.max), (seat) => priced.has(plan.areaOf[seat]), choiceKey(root.dataset.event));
  const scene = { plan, grid: new SeatGrid(plan), states, choice, priced, shown: null, groups: [], lost: new Set() };
  const seatWords = new SeatWords(plan, states, choice, prices);
  const announcer = new Announcer(root);
  const notice = element('p', { class: 'problem map-notice', role: 'alert', hidden: true });
  const stale = element('p', { class: 'problem map-notice', hidden: true });
  const [above, picture, beside, below] = ['map-above', 'map-picture', 'map-beside', 'map-below'].map((name) => element('div', { class: name }));
  root.append(above, notice, stale, element('div', { class: 'map-columns' }, picture, beside), below);

  const tell = (text) => {
    notice.textContent = text;
    notice.hidden = text === '';
  };
  const choose = (seat) => {
    const outcome = choice.toggle(seat);
    if (outcome === 'full') tell(words.full(choice.max));
    else if (outcome === 'gone') tell(choice.isSent ? '' : words.notFree(seatWords.place(seat)));
    else tell('');
    if (outcome === 'added') announcer.say(words.added(seatWords.place(seat), choice.size));
    if (outcome === 'removed') announcer.say(words.removed(seatWords.place(seat)));
    return outcome;
  };
  const remove = (seat) => {
    choice.remove(seat);
    announcer.say(words.removed(seatWords.place(seat)));
  };
  const list = new ChoiceForm(form, choice, plan, choose);
  // To this seat in the list; another section's list is another page, and the choice comes along.
  const toList = (seat) => {
    const box = list.boxOf(seat) ?? (seat === -1 ? form.querySelector('input[type=checkbox], button') : null);
    if (box) box.focus();
    else location.assign(`${root.dataset.page}?section=${plan.sectionIndexOf(seat)}&row=${plan.rowOf[seat] - plan.sections[plan.sectionIndexOf(seat)].firstRow}`);
  };

  const stage = new MapStage(picture, scene, seatWords, {
    choose, list: toList,
    proposal: (number) => proposals.take(number - 1),
    press: (x, y, seat) => {
      const index = proposals.at(stage.painter, x, y, seat);
      return index !== -1 && proposals.take(index);
    },
    colours: (colours) => legend.paint(colours),
  });
  const legend = new LegendView(above, below, seatWords, (areas) => {
    scene.shown = areas;
    stage.invalidate();
  });
  const basket = new BasketView(beside, choice, seatWords, form, remove);
  const proposals = new Proposals(beside, scene, seatWords, announcer, { look: (seats) => stage.look(seats), changed: () => stage.invalidate() });

  states.onChange((changed) => {
    const taken = choice.dropTaken(changed);
    if (taken.length > 0) tell(words.taken(seatWords.places(taken), choice.size));
    proposals.dropTaken();
    stage.invalidate();
  });
  choice.onChange(() => stage.invalidate());
  form.addEventListener('submit', (event) => {
    if (choice.isSent) return event.preventDefault();
    choice.isSent = true;
    return basket.update();
  });
  // Back from the next page: what this page knows is old, its form's token is used.
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  const feed = new SeatFeed(states, { seats: root.dataset.seats, stream: root.dataset.stream }, (live, since) => {
    stale.hidden = live;
    if (!live) stale.textContent = words.stale(since.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
    announcer.say(live ? words.live : stale.textContent);
  });
  stage.recolour();
  return feed.read(true).then(() => {
    const before = new Set([...list.ticked(), ...choice.kept()]);
    choice.addAll([...before].filter((seat) => !scene.lost.has(seat)).slice(0, choice.max));
    if (proposals.lost.length > 0) stage.look([...proposals.lost, ...scene.groups.flat()]);
    feed.start();
  });
}

async function run(root) {
  const form = document.getElementById('choice');
  if (!form) return;
  root.hidden = false;
  const prices = JSON.parse(root.dataset.prices);
  const note = element('p', { class: 'muted' }, words.loading);
  root.append(element('h2', {}, words.mapTitle), element('p', {}, element('a', { href: '#choice' }, words.toList)), note);
  try {
    const plan = await loadPlan(root.dataset.plan, prices.areas.map((area) => area.name));
    performance.measure('seat map: plan', { start: 0 });
    note.remove();
    await start(root, form, plan, prices);
    performance.measure('seat map: first', { start: 0 });
    root.dataset.ready = 'yes';
  } catch (error) {
    console.error(error);
    root.replaceChildren(element('p', { class: 'problem' }, words.failed));
  }
}

const root = document.getElementById('seat-map');
if (root) run(root);
