// Contrasts of the map's colours in every scheme, and that no two states look alike without colour.
#include "ui/common/theme.h"
#include "ui/seatmap/map_colours.h"
#include "ui/seatmap/seat_glyphs.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <set>

using namespace parterre;

namespace {

const tokens::Scheme schemes[] = {tokens::Scheme::Light, tokens::Scheme::Dark, tokens::Scheme::HighContrast};

QImage picture(const SeatLook& look, const MapColours& colours, double radius)
{
    const int side = 2 * static_cast<int>(radius * 1.2 + 2);
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colours.surface);
    QPainter painter(&image);
    drawSeat(painter, {side / 2.0, side / 2.0}, radius, look, colours);
    return image;
}

// Root mean square of the difference in lightness, 0 to 255: what is left of a picture without its colours.
double greyDifference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const double gap = qGray(a.pixel(x, y)) - qGray(b.pixel(x, y));
            sum += gap * gap;
        }
    return std::sqrt(sum / (a.width() * a.height()));
}

std::vector<SeatLook> everyState()
{
    std::vector<SeatLook> looks;
    for (int mark = 0; mark < seatMarkCount; ++mark)
        looks.push_back({.mark = static_cast<SeatMark>(mark)});
    looks.push_back({.offer = SeatOffer::Reserve});
    looks.push_back({.offer = SeatOffer::Provisional});
    looks.push_back({.offer = SeatOffer::None});
    looks.push_back({.mark = SeatMark::Selected, .offer = SeatOffer::Provisional});
    looks.push_back({.attributes = Wheelchair});
    return looks;
}

} // namespace

class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursStandOutFromTheGround()
    {
        for (const auto scheme : schemes) {
            const MapColours map = mapColoursFor(themePalette(scheme));
            for (const AreaColours& area : map.areas) {
                QVERIFY2(mapContrast(area.outline, map.surface) >= 3, qPrintable(area.fill.name()));
                QVERIFY2(mapContrast(area.ink, area.fill) >= 4.5, qPrintable(area.fill.name()));
                QVERIFY2(mapContrast(map.text, area.tint) >= 4.5, qPrintable(area.fill.name()));
            }
            QVERIFY(mapContrast(map.muted, map.surface) >= 4.5);
            QVERIFY(mapContrast(map.muted, map.neutral) >= 3);  // the cross on a sold seat
            QVERIFY(mapContrast(map.text, map.neutral) >= 4.5); // the word on the stage
            QVERIFY(mapContrast(map.accent, map.surface) >= 3);
        }
    }

    void eightAreasHaveEightHues()
    {
        const MapColours map = mapColoursFor(themePalette(tokens::Scheme::Light));
        std::set<QRgb> hues;
        for (std::uint16_t i = 0; i < areaColourCount; ++i)
            hues.insert(areaColours(map, {i}).fill.rgb());
        QCOMPARE(hues.size(), std::size_t{areaColourCount});
        QCOMPARE(areaColours(map, {0}).fill, QColor(0xE6, 0x9F, 0x00));
        QCOMPARE(areaColours(map, {8}).fill, areaColours(map, {0}).fill);
    }

    void everyStateHasItsOwnGlyph()
    {
        std::set<SeatGlyph> glyphs;
        for (int mark = 0; mark < seatMarkCount; ++mark)
            glyphs.insert(glyphOf({.mark = static_cast<SeatMark>(mark)}));
        glyphs.insert(glyphOf({.offer = SeatOffer::Reserve}));
        glyphs.insert(glyphOf({.offer = SeatOffer::Provisional}));
        glyphs.insert(glyphOf({.offer = SeatOffer::None}));
        glyphs.insert(glyphOf({.mark = SeatMark::Selected, .offer = SeatOffer::Provisional}));
        QCOMPARE(glyphs.size(), std::size_t{seatMarkCount + 4});
    }

    void statesDifferWithoutColour_data()
    {
        QTest::addColumn<double>("radius");
        QTest::newRow("numbered") << 14.0;
        QTest::newRow("medium") << 7.0;
        QTest::newRow("small") << 4.0;
    }

    void statesDifferWithoutColour()
    {
        QFETCH(double, radius);
        const std::vector<SeatLook> looks = everyState();
        for (const auto scheme : schemes) {
            const MapColours map = mapColoursFor(themePalette(scheme));
            for (std::size_t i = 0; i < looks.size(); ++i)
                for (std::size_t j = i + 1; j < looks.size(); ++j) {
                    const double gap = greyDifference(picture(looks[i], map, radius), picture(looks[j], map, radius));
                    QVERIFY2(gap > 8, qPrintable(QStringLiteral("states %1 and %2 differ by %3 in scheme %4")
                                                     .arg(i)
                                                     .arg(j)
                                                     .arg(gap)
                                                     .arg(static_cast<int>(scheme))));
                }
        }
    }

    void keysTellLooksApart()
    {
        std::set<int> keys;
        int looks = 0;
        for (int mark = 0; mark < seatMarkCount; ++mark)
            for (std::uint8_t area = 0; area < areaColourCount; ++area)
                for (std::uint8_t attributes = 0; attributes < 8; ++attributes)
                    for (int flags = 0; flags < 16; ++flags) {
                        const SeatLook look{static_cast<SeatMark>(mark),
                                            area,
                                            static_cast<SeatOffer>(flags >> 2),
                                            (flags & 2) != 0,
                                            (flags & 1) != 0,
                                            attributes};
                        QVERIFY(look.key() >= 0 && look.key() < SeatLook::keyCount);
                        keys.insert(look.key());
                        ++looks;
                    }
        QCOMPARE(keys.size(), static_cast<std::size_t>(looks));
    }
};

QTEST_MAIN(StyleTest)
#include "style_test.moc"
