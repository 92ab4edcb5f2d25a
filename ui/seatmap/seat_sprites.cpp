// The atlas of seat pictures, its index, and the batch handed to QPainter::drawPixmapFragments.
#include "ui/seatmap/seat_sprites.h"

#include "ui/seatmap/seat_glyphs.h"

#include <algorithm>
#include <cmath>

namespace parterre {
namespace {

constexpr int atlasColumns = 32;
constexpr std::size_t batchSize = 2048; // 160 kB of fragments: stays in the cache of the processor
constexpr std::size_t sheetsKept = 8;

// Positions within a pixel, as a power of two.
int partShiftFor(double radius)
{
    if (radius < 5)
        return 2;
    return radius < 12 ? 1 : 0;
}

// The pixels of `cell` that are not transparent; one at least. Fewer pixels to blend, 100,000 times a frame.
QRect inkOf(const QImage& image, const QRect& cell)
{
    QRect ink;
    for (int y = cell.top(); y <= cell.bottom(); ++y)
        for (int x = cell.left(); x <= cell.right(); ++x)
            if (qAlpha(image.pixel(x, y)) != 0)
                ink |= QRect(x, y, 1, 1);
    return ink.isEmpty() ? QRect(cell.topLeft(), QSize(1, 1)) : ink;
}

// Steps of a quarter pixel for small seats, of 3 % for large ones: closer than the eye tells apart.
double bucketOf(double radius)
{
    if (radius < 8)
        return std::max(0.5, std::round(radius * 4) / 4);
    const double step = std::log(1.03);
    return std::exp(std::round(std::log(radius) / step) * step);
}

} // namespace

SeatSprites::SeatSprites(double radius, const MapColours& colours)
    : m_radius(radius),
      m_colours(colours),
      m_partShift(partShiftFor(radius)),
      m_parts(1 << m_partShift),
      m_reach(static_cast<int>(std::ceil(radius * seatOverhang + 1))),
      m_side(2 * m_reach + 1),
      m_spriteOf(static_cast<std::size_t>(SeatLook::keyCount * m_parts * m_parts), -1)
{
    m_batch.reserve(batchSize);
}

SeatSprites::Phase SeatSprites::phaseOf(double coordinate) const
{
    // Truncation rounds down once the number is surely positive; std::floor would cost as much as the rest of add().
    constexpr double positive = 1 << 16;
    const int inParts = static_cast<int>((coordinate + positive) * m_parts + 0.5);
    return {(inParts >> m_partShift) - (1 << 16), inParts & (m_parts - 1)};
}

void SeatSprites::add(QPainter& painter, const SeatLook& look, const QPointF& at)
{
    const Phase x = phaseOf(at.x());
    const Phase y = phaseOf(at.y());
    const Sprite& sprite = spriteFor(look, x.part, y.part);
    QPainter::PixmapFragment fragment;
    // A fragment is placed by its middle; its left and top then come out as whole pixels.
    fragment.x = x.pixel + sprite.offsetX + sprite.width * 0.5;
    fragment.y = y.pixel + sprite.offsetY + sprite.height * 0.5;
    fragment.sourceLeft = sprite.left;
    fragment.sourceTop = sprite.top;
    fragment.width = sprite.width;
    fragment.height = sprite.height;
    fragment.scaleX = 1;
    fragment.scaleY = 1;
    fragment.rotation = 0;
    fragment.opacity = 1;
    m_batch.push_back(fragment);
    if (m_batch.size() == batchSize)
        finish(painter);
}

void SeatSprites::finish(QPainter& painter)
{
    painter.drawPixmapFragments(m_batch.data(), static_cast<int>(m_batch.size()), m_atlas);
    m_batch.clear();
}

const SeatSprites::Sprite& SeatSprites::spriteFor(const SeatLook& look, int partX, int partY)
{
    std::int32_t& index = m_spriteOf[static_cast<std::size_t>((look.key() * m_parts + partY) * m_parts + partX)];
    if (index < 0) {
        index = static_cast<std::int32_t>(m_sprites.size());
        m_sprites.push_back(draw(look, partX, partY));
    }
    return m_sprites[static_cast<std::size_t>(index)];
}

SeatSprites::Sprite SeatSprites::draw(const SeatLook& look, int partX, int partY)
{
    const int number = static_cast<int>(m_sprites.size());
    const QPoint place(number % atlasColumns * m_side, number / atlasColumns * m_side);
    if (place.y() + m_side > m_atlas.height()) {
        // Grows downwards only: the places of sprites already in the batch stay what they were.
        QPixmap larger(atlasColumns * m_side, std::max(2 * m_atlas.height(), 4 * m_side));
        larger.fill(Qt::transparent);
        if (!m_atlas.isNull())
            QPainter(&larger).drawPixmap(0, 0, m_atlas);
        m_atlas = larger;
    }
    QPainter painter(&m_atlas);
    const double part = 1.0 / m_parts;
    drawSeat(painter, QPointF(place) + QPointF(m_reach + partX * part, m_reach + partY * part), m_radius, look,
             m_colours);
    painter.end();
    const QRect ink = inkOf(m_atlas.toImage(), {place, QSize(m_side, m_side)});
    return {ink.left(),
            ink.top(),
            ink.width(),
            ink.height(),
            ink.left() - place.x() - m_reach,
            ink.top() - place.y() - m_reach};
}

SeatSprites& SpriteCache::forRadius(double radius, const MapColours& colours)
{
    const double bucket = bucketOf(radius);
    const auto known = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [&](const SeatSprites& sheet) { return sheet.radius() == bucket; });
    if (known != m_sheets.end()) {
        m_sheets.splice(m_sheets.begin(), m_sheets, known);
        return m_sheets.front();
    }
    m_sheets.emplace_front(bucket, colours);
    if (m_sheets.size() > sheetsKept)
        m_sheets.pop_back();
    return m_sheets.front();
}

} // namespace parterre
