// How a seat looks. The shape says the state, never the colour alone: disc free, ring and tick chosen, half disc held,
// cross gone, hatch not for sale; a rounded square is a wheelchair place.
import { Companion, RestrictedView, Wheelchair } from './seat_plan.js';

const tau = 2 * Math.PI;
const detail = 5; // radius in pixels from which marks are legible

function body(c, r, attributes) {
  c.beginPath();
  if (attributes & Wheelchair) c.roundRect(-r, -r, 2 * r, 2 * r, r * 0.3);
  else c.arc(0, 0, r, 0, tau);
}

function line(c, points) {
  c.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
  c.stroke();
}

function outlined(c, r, attributes, fill, stroke, width) {
  body(c, r - width / 2, attributes);
  c.fillStyle = fill;
  c.fill();
  c.strokeStyle = stroke;
  c.lineWidth = width;
  c.stroke();
}

function cross(c, r, colour, width) {
  c.strokeStyle = colour;
  c.lineWidth = width;
  const arm = 0.42 * r;
  line(c, [[-arm, -arm], [arm, arm]]);
  line(c, [[-arm, arm], [arm, -arm]]);
}

const states = {
  free(c, r, look) {
    outlined(c, r, look.attributes, look.area.fill, look.area.outline, Math.max(0.12 * r, 1));
  },
  chosen(c, r, look) {
    outlined(c, r, look.attributes, look.colours.surface, look.colours.text, Math.max(0.18 * r, 1.2));
    body(c, r * (r < detail ? 0.6 : 0.72), look.attributes);
    c.fillStyle = look.colours.text;
    c.fill();
    if (r < 4) return;
    c.strokeStyle = look.colours.surface;
    c.lineWidth = Math.max(0.2 * r, 1.2);
    line(c, [[-0.36 * r, 0.02 * r], [-0.1 * r, 0.28 * r], [0.38 * r, -0.28 * r]]);
  },
  held(c, r, look) {
    outlined(c, r, look.attributes, look.colours.surface, look.colours.muted, Math.max(0.1 * r, 1));
    c.save();
    c.beginPath();
    c.rect(-r, -r, r, 2 * r);
    c.clip();
    body(c, r, look.attributes);
    c.fillStyle = look.colours.muted;
    c.fill();
    c.restore();
  },
  gone(c, r, look) {
    body(c, r, look.attributes);
    c.fillStyle = look.colours.neutral;
    c.fill();
    cross(c, r, look.colours.muted, Math.max(0.16 * r, 1));
  },
  unpriced(c, r, look) {
    c.save();
    body(c, r, look.attributes);
    c.clip();
    c.strokeStyle = look.colours.muted;
    c.lineWidth = Math.max(0.13 * r, 0.8);
    const gap = Math.max(0.5 * r, 2.4);
    for (let at = -2 * r; at <= 2 * r; at += gap) line(c, [[at - r, r], [at + r, -r]]);
    c.restore();
    body(c, r - 0.5, look.attributes);
    c.strokeStyle = look.colours.muted;
    c.lineWidth = Math.max(0.1 * r, 1);
    c.stroke();
  },
};

// Head, back and seat, wheel.
function wheelchair(c, r, ink) {
  const u = r * 0.62;
  c.strokeStyle = ink;
  c.lineWidth = Math.max(0.2 * u, 1);
  c.beginPath();
  c.arc(-0.14 * u, 0.36 * u, 0.58 * u, -0.6 * Math.PI, 0.75 * Math.PI, true);
  c.stroke();
  line(c, [[-0.16 * u, -0.5 * u], [-0.12 * u, 0.22 * u], [0.46 * u, 0.22 * u], [0.72 * u, 0.84 * u]]);
  c.beginPath();
  c.arc(-0.18 * u, -0.86 * u, 0.22 * u, 0, tau);
  c.fillStyle = ink;
  c.fill();
}

// At the edge: a bar for restricted view (something in the way), a plus for a companion's seat.
function badge(c, r, y, isPlus, colours) {
  c.save();
  c.translate(0.7 * r, y * r);
  const size = Math.max(0.32 * r, 2.4);
  c.beginPath();
  c.arc(0, 0, size, 0, tau);
  c.fillStyle = colours.text;
  c.fill();
  c.strokeStyle = colours.surface;
  c.lineWidth = Math.max(0.3 * size, 0.8);
  line(c, [[-0.55 * size, 0], [0.55 * size, 0]]);
  if (isPlus) line(c, [[0, -0.55 * size], [0, 0.55 * size]]);
  c.restore();
}

// look: {state, attributes, area: colours of the price area, colours}. Drawn around the origin.
export function drawSeat(c, r, look) {
  c.lineCap = 'round';
  c.lineJoin = 'round';
  states[look.state](c, r, look);
  if (r < detail || (look.state !== 'free' && look.state !== 'chosen')) return;
  if (look.attributes & Wheelchair && look.state === 'free') wheelchair(c, r, look.area.ink);
  if (look.attributes & RestrictedView) badge(c, r, 0.7, false, look.colours);
  if (look.attributes & Companion) badge(c, r, -0.7, true, look.colours);
}

// How much of a block is free: a filled part of a disc, a cross when nothing is.
export function drawShare(c, r, share, colours) {
  c.beginPath();
  c.arc(0, 0, r, 0, tau);
  c.fillStyle = colours.surface;
  c.fill();
  c.strokeStyle = share > 0 ? colours.text : colours.muted;
  c.lineWidth = 1.2;
  c.stroke();
  if (share === 0) return cross(c, r, colours.muted, 1.4);
  c.beginPath();
  c.moveTo(0, 0);
  c.arc(0, 0, r, -tau / 4, -tau / 4 + tau * Math.max(share, 0.06));
  c.closePath();
  c.fillStyle = colours.text;
  c.fill();
}
