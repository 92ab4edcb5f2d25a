// The time left to pay, counted down where it stands and said at five minutes and at one. At the end the server is asked,
// because it may have given more time; if it has not, its page says what happened and leads on.
import { Announcer } from './announcer.js';
import { forgetChoices } from './choice.js';
import { element } from './elements.js';
import { onPage, swapPage } from './page_swap.js';
import { words } from './words.js';

const minute = 60000; // ms
const saidAt = [5, 1]; // minutes

let sending = 0;
let isInDoubt = false;

// A payment was sent and its answer lost: whether there is an order, nobody here knows.
export function doubtOutcome() {
  isInDoubt = true;
}

// While an order is on its way, the end of the time is not the end of the matter.
export async function whileSending(work) {
  sending += 1;
  try {
    return await work();
  } finally {
    sending -= 1;
  }
}

// A clock that neither a wrong nor a set wall clock disturbs, and that does not sleep when the machine does.
function stopwatch() {
  const [steady, wall] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - steady, Math.min(Date.now() - wall, 24 * 60 * minute));
}

function clockText(left) {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

class HoldTimer {
  constructor(place) {
    this.place = place;
    this.hold = /\/holds\/[0-9a-f]+/.exec(document.querySelector('form[action*="/holds/"]')?.getAttribute('action') ?? location.pathname)?.[0];
    this.count = element('span', { class: 'timer-count' });
    Object.assign(this.count.style, { display: 'inline-block', fontVariantNumeric: 'tabular-nums' });
    const [before, after] = words.timeLeft('\n').split('\n');
    place.replaceChildren(before, this.count, after);
    place.setAttribute('role', 'timer');
    this.announcer = new Announcer(place.parentElement);
    this.setLeft(Date.parse(place.dataset.expires) - Date.parse(place.dataset.now));
    this.count.style.minWidth = `${clockText(this.total).length}ch`;
    this.tick();
  }

  setLeft(left) {
    this.total = left;
    this.passed = stopwatch();
    this.unsaid = saidAt.filter((minutes) => left > minutes * minute);
  }

  tick() {
    clearTimeout(this.timer);
    if (!this.place.isConnected) return;
    const left = this.total - this.passed();
    this.count.textContent = clockText(left);
    const due = this.unsaid.filter((minutes) => left <= minutes * minute);
    if (due.length > 0) this.#say(Math.min(...due));
    this.unsaid = this.unsaid.filter((minutes) => !due.includes(minutes));
    if (left <= 0) this.#ended();
    else this.timer = setTimeout(() => this.tick(), Math.max(50, left % 1000));
  }

  #say(minutes) {
    const more = document.querySelector('button[formaction$="/extend"]') ? ` ${words.moreTimeOnce}` : '';
    this.announcer.say(words.minutesLeft(minutes) + more);
    this.place.classList.toggle('problem', minutes === 1);
  }

  async #ended() {
    if (sending > 0) {
      this.timer = setTimeout(() => this.tick(), 1000);
      return;
    }
    try {
      const answer = await fetch(`/api/v1${this.hold}`, { cache: 'no-store' });
      const left = answer.ok ? Date.parse((await answer.json()).expires_at) - Date.parse(answer.headers.get('date')) : 0;
      if (answer.ok) {
        this.setLeft(Math.max(left, 1000));
        this.tick();
        return;
      }
      const page = await fetch(this.hold, { cache: 'no-store', redirect: 'follow' });
      if (new URL(page.url).pathname.startsWith('/orders/')) location.assign(page.url); // paid in another window
      else if (!swapPage(await page.text())) this.#explain();
    } catch {
      this.#explain();
    }
  }

  // Without a connection the page says it itself.
  #explain() {
    const back = document.querySelector('main a[href^="/events/"]')?.getAttribute('href') ?? '/';
    const title = element('h1', { tabindex: '-1' }, words.expiredTitle);
    const isUnknown = isInDoubt || document.getElementById('look-again'); // the page of a payment under way
    const [text, href, next] = isUnknown ? [words.inDoubt, location.href, words.reload] : [words.expired, back, words.expiredBack];
    document.querySelector('main').replaceChildren(title, element('p', { class: 'problem', role: 'alert' }, text),
      element('p', {}, element('a', { class: 'button', href }, next)));
    title.focus();
  }
}

onPage(() => {
  const place = document.getElementById('timer');
  if (!place?.dataset.expires || place.dataset.counting) return;
  place.dataset.counting = 'yes';
  forgetChoices(); // they are held now
  new HoldTimer(place);
});
