// Draws a text into a pixmap of its own size and remembers it.
#include "ui/seatmap/text_sprites.h"

#include <QFontMetrics>
#include <QPainter>

namespace parterre {
namespace {

constexpr qsizetype picturesKept = 8192; // a few megabytes of seat numbers and row names

}

void TextSprites::setFont(const QFont& font)
{
    if (font == m_font)
        return;
    m_font = font;
    clear();
}

QPixmap TextSprites::picture(const QString& text, int pixelSize, const QColor& colour, bool isBold)
{
    const Key key{text, pixelSize, colour.rgba(), isBold};
    if (const auto known = m_pictures.constFind(key); known != m_pictures.constEnd())
        return *known;
    if (m_pictures.size() >= picturesKept)
        clear();
    QFont font = m_font;
    font.setPixelSize(std::max(pixelSize, 1));
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    QPixmap picture(std::max(metrics.horizontalAdvance(text), 1) + 2, std::max(metrics.height(), 1));
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(1, metrics.ascent(), text);
    painter.end();
    m_pictures.insert(key, picture);
    return picture;
}

} // namespace parterre
