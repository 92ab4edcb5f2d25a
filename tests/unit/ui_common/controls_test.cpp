// Boxes and focus in every scheme: seen, told apart without colour, and words as dark with the keyboard as without.
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace parterre;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(parterre::tokens::Scheme)

namespace {

constexpr int boxWidth = 22; // the indicator and its margin

// The best contrast any pixel of the part has with the ground, which is its corner.
double bestContrast(const QImage& image, const QRect& part)
{
    const QColor ground = image.pixelColor(image.width() - 1, 0);
    double best = 1;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            best = std::max(best, tokens::contrastRatio(image.pixelColor(x, y), ground));
    return best;
}

QImage pictureOf(QWidget& widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

} // namespace

class ControlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemes()
    {
        QTest::addColumn<parterre::tokens::Scheme>("scheme");
        QTest::newRow("light") << tokens::Scheme::Light;
        QTest::newRow("dark") << tokens::Scheme::Dark;
        QTest::newRow("high contrast") << tokens::Scheme::HighContrast;
    }

    void anEmptyBoxIsSeen_data() { schemes(); }
    void anEmptyBoxIsSeen()
    {
        QFETCH(tokens::Scheme, scheme);
        applyTheme(*qApp, scheme);
        QCheckBox check(u"Lost or stolen"_s);
        QRadioButton radio(u"Ask me"_s);
        for (QWidget* box : std::initializer_list<QWidget*>{&check, &radio}) {
            const QImage image = pictureOf(*box);
            const double contrast = bestContrast(image, {0, 0, boxWidth, image.height()});
            QVERIFY2(contrast >= 3,
                     qPrintable(u"%1 %2"_s.arg(QLatin1String(box->metaObject()->className())).arg(contrast)));
        }
    }

    void aChosenBoxDiffersWithoutColour_data() { schemes(); }
    void aChosenBoxDiffersWithoutColour()
    {
        QFETCH(tokens::Scheme, scheme);
        applyTheme(*qApp, scheme);
        QCheckBox check(u"x"_s);
        QRadioButton radio(u"x"_s);
        for (QAbstractButton* box : std::initializer_list<QAbstractButton*>{&check, &radio}) {
            const QImage empty = pictureOf(*box).convertToFormat(QImage::Format_Grayscale8);
            box->setChecked(true);
            const QImage chosen = pictureOf(*box).convertToFormat(QImage::Format_Grayscale8);
            int changed = 0;
            for (int y = 0; y < empty.height(); ++y)
                for (int x = 0; x < boxWidth; ++x)
                    changed += std::abs(empty.pixelColor(x, y).red() - chosen.pixelColor(x, y).red()) > 60 ? 1 : 0;
            QVERIFY2(changed > 60, qPrintable(QString::number(changed)));
        }
    }

    void theKeyboardDoesNotDimTheWords_data() { schemes(); }
    void theKeyboardDoesNotDimTheWords()
    {
        QFETCH(tokens::Scheme, scheme);
        applyTheme(*qApp, scheme);
        QWidget window;
        QVBoxLayout layout(&window);
        QCheckBox check(u"Lost or stolen"_s);
        QRadioButton radio(u"Lost or stolen"_s);
        QPushButton button(u"Lost or stolen"_s);
        QPushButton elsewhere(u"Elsewhere"_s);
        for (QWidget* widget : std::initializer_list<QWidget*>{&check, &radio, &button, &elsewhere})
            layout.addWidget(widget);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QAbstractButton* widget : std::initializer_list<QAbstractButton*>{&check, &radio, &button}) {
            elsewhere.setFocus();
            const QImage without = pictureOf(*widget);
            widget->setFocus(Qt::TabFocusReason);
            const QImage with = pictureOf(*widget);
            QVERIFY2(with != without, widget->metaObject()->className()); // it is seen who has it
            // Inside the ring and right of the box every pixel is as it was.
            for (int y = 6; y < with.height() - 6; ++y)
                for (int x = boxWidth + 8; x < std::min(with.width() - 6, 100); ++x)
                    QCOMPARE(with.pixel(x, y), without.pixel(x, y));
        }
    }
};

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
