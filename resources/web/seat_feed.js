// Keeps the states true: one whole reading, then the stream. After every (re)connection what was missed is asked for, so
// nothing falls into the gap; "resync" or a new log means a whole reading; without a stream it asks every few seconds.
const pollEvery = 5000; // ms
const staleAfter = 8000; // ms without a connection before the fan is told
const quietFor = 60000; // ms without news after which it asks whether the line still stands: a dead one may say nothing

export class SeatFeed {
  // urls: {seats, stream}; onLive(isLive, since: Date) tells when the map stops or starts to be live.
  constructor(states, urls, onLive) {
    this.states = states;
    this.urls = urls;
    this.onLive = onLive;
    this.logId = null;
    this.seq = 0;
    this.lost = null; // since when nothing comes
    this.reading = null;
    this.waiting = []; // messages that came while a reading was under way
    document.addEventListener('visibilitychange', () => (document.hidden ? this.stop() : this.start()));
    window.addEventListener('online', () => this.start());
    window.addEventListener('offline', () => {
      this.stop();
      this.#isLive(false);
    });
  }

  // A page in the background holds no connection: a browser has only six for a server.
  stop() {
    this.source?.close();
    this.source = null;
    clearTimeout(this.timer);
    clearTimeout(this.watch);
  }

  start() {
    if (this.source || document.hidden) return;
    clearTimeout(this.timer);
    const source = new EventSource(this.urls.stream);
    this.source = source;
    source.addEventListener('open', () => this.read());
    source.addEventListener('resync', () => this.read(true));
    source.addEventListener('message', (event) => this.#took(event));
    source.addEventListener('error', () => this.#broken(source));
  }

  // Asks for what changed since the last known position, or for everything. One reading at a time.
  read(whole = false) {
    if (whole) this.logId = null;
    this.reading ??= this.#fetch().finally(() => {
      this.reading = null;
      this.waiting = [];
    });
    return this.reading;
  }

  async #fetch() {
    try {
      const since = this.logId === null ? '' : `?since=${this.seq}`;
      const response = await fetch(this.urls.seats + since, { cache: 'no-store' });
      if (!response.ok) throw new Error(`seats: ${response.status}`);
      const answer = await response.json();
      if (answer.changes && answer.log_id !== this.logId) { // changes of another log say nothing about ours
        this.logId = null;
        return await this.#fetch();
      }
      if (answer.changes) this.states.change(answer.changes);
      else this.states.setAll(answer.states);
      this.logId = answer.log_id;
      this.seq = answer.seq;
      for (const event of this.waiting) this.#apply(event);
      this.#isLive(true);
      return true;
    } catch {
      this.#isLive(false);
      return false;
    }
  }

  // A reading may be older than a message that overtakes it: the message waits, and goes on top.
  #took(event) {
    if (this.reading) this.waiting.push(event);
    else this.#apply(event);
    this.#isLive(true);
  }

  #apply(event) {
    const seq = Number(event.lastEventId);
    if (this.logId === null || !(seq > this.seq)) return;
    this.seq = seq;
    this.states.change(JSON.parse(event.data));
  }

  // The browser reconnects by itself while the source is not closed; a refusal (503, 403) closes it for good.
  #broken(source) {
    this.#isLive(false);
    if (source !== this.source || source.readyState !== EventSource.CLOSED) return;
    this.source = null;
    this.#retry();
  }

  #retry() {
    this.timer = setTimeout(async () => {
      if (await this.read()) this.start();
      else this.#retry();
    }, pollEvery * (0.8 + 0.4 * Math.random()));
  }

  #isLive(live) {
    if (live) {
      clearTimeout(this.watch);
      if (this.source) this.watch = setTimeout(() => this.read(), quietFor * (1 + Math.random() / 2));
      clearTimeout(this.staleTimer);
      this.staleTimer = null;
      if (this.lost && this.told) this.onLive(true, this.lost);
      this.lost = null;
      this.told = false;
      return;
    }
    this.lost ??= new Date();
    this.staleTimer ??= setTimeout(() => { this.told = true; this.onLive(false, this.lost); }, staleAfter);
  }
}
