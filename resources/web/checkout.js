// Sends the order so that neither a second press nor a lost connection makes a second one, and a refusal keeps the page.
// Every repeat carries the form's token "once": the server answers it as the first time. Without this script the form is
// sent as any form, with the same token.
import { rememberBuyer } from './buyer_memory.js';
import { element } from './elements.js';
import { doubtOutcome, whileSending } from './hold_timer.js';
import { onPage, swapPage } from './page_swap.js';
import { words } from './words.js';

const answerWithin = 40000; // ms; a payment may take a while

class Checkout {
  constructor(form) {
    this.form = form;
    this.isSending = false;
    rememberBuyer(form);
    form.addEventListener('submit', (event) => this.#submit(event));
    // Back from the next page as it was left: the button works again.
    window.addEventListener('pageshow', (event) => { if (event.persisted) this.#ready(); });
  }

  #submit(event) {
    event.preventDefault();
    if (this.isSending) return;
    const button = event.submitter;
    const isPayment = !button?.hasAttribute('formaction');
    this.#busy(isPayment);
    whileSending(() => this.#send(button?.hasAttribute('formaction') ? button.formAction : this.form.action, isPayment));
  }

  async #send(action, isPayment) {
    this.notice?.remove();
    const data = new FormData(this.form);
    try {
      const answer = await fetch(action, {
        method: 'POST', body: new URLSearchParams(data), redirect: isPayment ? 'manual' : 'follow', signal: AbortSignal.timeout(answerWithin),
      });
      if (answer.type === 'opaqueredirect') this.#sendAgain(data);
      else if (!swapPage(await answer.text())) this.#failed(words.unreadable, isPayment);
    } catch {
      if (isPayment) doubtOutcome();
      this.#failed(isPayment ? words.offline : words.notSent, isPayment);
    }
  }

  // Where a payment leads (the tickets, the bank's page) the browser itself must go: the same once more gets the same
  // answer. Word for word the same, whatever was typed meanwhile.
  #sendAgain(data) {
    const again = element('form', { method: 'post', action: this.form.action, hidden: true });
    for (const [name, value] of data) again.append(element('input', { type: 'hidden', name, value }));
    document.body.append(again);
    again.submit();
  }

  #buttons() { return [...this.form.elements].filter((one) => one.localName === 'button' && !one.hidden); }

  // aria-disabled, not disabled: the focus stays where it is.
  #busy(isPayment) {
    this.isSending = true;
    const buttons = this.#buttons();
    for (const button of buttons) button.setAttribute('aria-disabled', 'true');
    this.pay = isPayment ? buttons.filter((button) => !button.hasAttribute('formaction')).at(-1) : null;
    if (!this.pay) return;
    this.payText ??= this.pay.textContent;
    this.pay.textContent = words.paying;
  }

  #ready() {
    this.isSending = false;
    for (const button of this.#buttons()) button.removeAttribute('aria-disabled');
    if (this.pay) this.pay.textContent = this.payText;
  }

  #failed(text, isPayment) {
    this.#ready();
    if (isPayment && this.pay) this.pay.textContent = words.tryAgain;
    this.notice = element('p', { class: 'problem', role: 'alert' }, text);
    (this.pay?.parentElement ?? this.form).before(this.notice);
  }
}

onPage(() => {
  const form = document.querySelector('form[action$="/checkout"]');
  if (!form || form.dataset.guarded) return;
  form.dataset.guarded = 'yes';
  new Checkout(form);
});
