// Every new screen in every dress: names for screen readers, a key on every button, no text cut off, German fits, large
// text stays in the window. With PARTERRE_PICTURES set to a folder it also leaves a picture of each.
#include "tests/support/readable.h"
#include "tests/ui/sheets/sheet_screens.h"

#include <QLayout>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

using namespace parterre;
using namespace parterre::testing;

Q_DECLARE_METATYPE(parterre::tokens::Scheme)

class LookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFocusableWidgetHasAName()
    {
        SheetRig rig;
        eachScreen(rig, [&](const char* screen) {
            const auto stops = tabStops(rig.window.get());
            QVERIFY2(!stops.empty(), screen);
            for (QWidget* widget : stops)
                QVERIFY2(!spokenName(widget).isEmpty(), describe(screen, widget).constData());
        });
    }

    void everyButtonShowsItsKey()
    {
        SheetRig rig;
        eachScreen(rig, [&](const char* screen) {
            for (const auto* button : buttonsWithoutKey(rig.window.get()))
                QFAIL(describe(screen, button).constData());
        });
    }

    // Somewhere in the window has the keyboard on every screen, or nothing could be pressed.
    void theKeyboardIsNeverLost()
    {
        SheetRig rig;
        eachScreen(rig, [&](const char* screen) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY2(focus && focus->isVisible() && rig.window->isAncestorOf(focus), screen);
        });
    }

    void textFits_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<parterre::tokens::Scheme>("scheme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("name");
        const QSize desk(1400, 900);
        const QSize laptop(1366, 768);
        const QSize small(1024, 640);
        QTest::newRow("light") << english << tokens::Scheme::Light << desk << QStringLiteral("light");
        QTest::newRow("dark") << english << tokens::Scheme::Dark << desk << QStringLiteral("dark");
        QTest::newRow("German") << german << tokens::Scheme::Light << desk << QStringLiteral("de");
        QTest::newRow("laptop") << english << tokens::Scheme::Light << laptop << QStringLiteral("laptop");
        QTest::newRow("laptop, dark") << english << tokens::Scheme::Dark << laptop << QStringLiteral("laptop-dark");
        QTest::newRow("German, laptop") << german << tokens::Scheme::Light << laptop << QStringLiteral("de-laptop");
        QTest::newRow("German, laptop, dark")
            << german << tokens::Scheme::Dark << laptop << QStringLiteral("de-laptop-dark");
        QTest::newRow("German, small") << german << tokens::Scheme::HighContrast << small << QStringLiteral("de-small");
        QTest::newRow("small") << english << tokens::Scheme::Light << small << QStringLiteral("small");
    }
    void textFits()
    {
        QFETCH(QLocale, locale);
        QFETCH(tokens::Scheme, scheme);
        QFETCH(QSize, size);
        QFETCH(QString, name);
        SheetRig rig(locale, scheme, 1, size);
        eachScreen(rig, [&](const char* screen) {
            rig.picture(QString::fromLatin1(screen) + u'-' + name);
            QCOMPARE(rig.window->size(), size);
            for (QWidget* widget : rig.window->findChildren<QWidget*>())
                if (widget->isVisible() && widget->window() == rig.window.get())
                    QVERIFY2(isWhole(widget), describe(screen, widget).constData());
            for (QLabel* hint : rig.window->findChildren<QLabel*>(QStringLiteral("keyHint")))
                QVERIFY2(!hint->isHidden(), describe(screen, hint).constData()); // no key is left out
        });
    }

    // What has to be read before a key is pressed is all there: nothing is below the edge of a sheet.
    void nothingIsCutOnALaptop_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << english;
        QTest::newRow("German") << german;
    }
    void nothingIsCutOnALaptop()
    {
        QFETCH(QLocale, locale);
        SheetRig rig(locale, tokens::Scheme::Light, 1, {1366, 768});
        eachScreen(rig, [&](const char* screen) {
            for (const auto* scroll : rig.window->findChildren<QScrollArea*>())
                if (scroll->isVisible())
                    QVERIFY2(scroll->verticalScrollBar()->maximum() == 0,
                             (QByteArray(screen) + ": " + QByteArray::number(scroll->verticalScrollBar()->maximum()) +
                              " pixels of " + scroll->parentWidget()->metaObject()->className() + " are cut")
                                 .constData());
            for (const auto* scroll : rig.window->findChildren<QScrollArea*>())
                if (scroll->isVisible())
                    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), screen);
        });
    }

    void largeTextStaysInTheWindow()
    {
        SheetRig rig(german, tokens::Scheme::Light, 2, {1024, 640});
        eachScreen(rig, [&](const char* screen) {
            rig.picture(QString::fromLatin1(screen) + QStringLiteral("-large"));
            const QSize needs = rig.window->centralWidget()->layout()->minimumSize();
            QVERIFY2(needs.width() <= 1024 && needs.height() <= 640,
                     (QByteArray(screen) + ' ' + QByteArray::number(needs.width()) + 'x' +
                      QByteArray::number(needs.height()) + needsOf(rig.window.get()))
                         .constData());
        });
    }
};

QTEST_MAIN(LookTest)
#include "look_test.moc"
