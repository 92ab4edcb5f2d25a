// Every colour of the map, made from the page's own, so that light, dark and forced colours follow it. Outlines of seats
// reach 3:1 on the ground, text on a seat or block 4.5:1, whatever the hue of the price area.
// As area_colours.h of the server's pages has them.
const okabeIto = ['#E69F00', '#56B4E9', '#009E73', '#F0E442', '#0072B2', '#D55E00', '#CC79A7', '#000000'];
const black = [16, 18, 22];
const white = [255, 255, 255];

function parse(text) {
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1] ?? [.../^#([0-9a-f]{3})$/i.exec(text)?.[1] ?? ''].map((c) => c + c).join('');
  return hex.length === 6 ? [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) : null;
}
const css = ([r, g, b]) => `rgb(${r}, ${g}, ${b})`;
const mix = (a, b, share) => a.map((channel, i) => Math.round(channel + (b[i] - channel) * share));

function luminance(colour) {
  const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// WCAG 2.2 contrast ratio, 1 to 21.
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

// The colour nearest to this one on the way to `towards` that reaches the ratio on the ground.
function reaching(ratio, colour, towards, ground) {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(colour, towards, share);
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return towards;
}

function areaColours(hue, surface, text, isDark) {
  const fill = isDark && hue === '#000000' ? [242, 242, 242] : parse(hue);
  const ink = contrast(fill, white) > contrast(fill, black) ? white : black;
  const wash = (share) => {
    let tint = mix(surface, fill, share);
    for (let less = share; contrast(tint, text) < 4.5 && less > 0.02; less -= 0.02) tint = mix(surface, fill, less);
    return css(tint);
  };
  return {
    fill: css(fill), ink: css(ink), outline: css(reaching(3, mix(fill, text, 0.18), text, surface)),
    // How much of a block is free, from much to little.
    washes: [wash(0.6), wash(0.36), wash(0.18)],
  };
}

// From the custom properties of the page (style.css).
export function mapColours(element) {
  const style = getComputedStyle(element);
  const own = (name, fallback) => parse(style.getPropertyValue(name).trim()) ?? fallback;
  const surface = own('--surface', white);
  const text = own('--text', black);
  const isDark = luminance(surface) < luminance(text);
  const neutral = mix(surface, text, isDark ? 0.2 : 0.13);
  const muted = reaching(4.5, reaching(4.5, mix(surface, text, 0.5), text, surface), text, neutral);
  return {
    surface: css(surface), text: css(text), neutral: css(neutral), muted: css(muted),
    accent: css(reaching(3, own('--accent', [31, 95, 168]), text, surface)),
    danger: css(reaching(3, own('--danger', [163, 38, 42]), text, surface)),
    areas: okabeIto.map((hue) => areaColours(hue, surface, text, isDark)),
    of(area) { return this.areas[area % this.areas.length]; },
  };
}
