// TextSprites: short texts drawn once and copied. Shaping text is what makes a map of many labels slow.
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace parterre {

class TextSprites
{
public:
    void setFont(const QFont& font); // family and weight; forgets all pictures when it changed

    // One line, tight in height around capitals and descenders. `pixelSize` in device pixels.
    QPixmap picture(const QString& text, int pixelSize, const QColor& colour, bool isBold);
    void clear() { m_pictures.clear(); }

private:
    struct Key
    {
        QString text;
        int pixelSize;
        QRgb colour;
        bool isBold;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.text, key.pixelSize, key.colour, key.isBold);
        }
    };
    QFont m_font;
    QHash<Key, QPixmap> m_pictures;
};

} // namespace parterre
