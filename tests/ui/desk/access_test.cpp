// Everybody can use the desk: names for screen readers, keys for every action, no text cut off, large text in the
// window.
#include "tests/support/readable.h"
#include "tests/ui/desk/desk_rig.h"

#include <QLayout>
#include <QRegularExpression>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;

Q_DECLARE_METATYPE(QSize)

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFocusableWidgetHasAName()
    {
        DeskRig rig;
        eachScreen(rig, [&](const char* screen) {
            const auto stops = tabStops(rig.window.get());
            QVERIFY2(!stops.empty(), screen);
            for (QWidget* widget : stops)
                QVERIFY2(!spokenName(widget).isEmpty(), describe(screen, widget).constData());
        });
    }

    void everyButtonShowsItsKey()
    {
        DeskRig rig;
        eachScreen(rig, [&](const char* screen) {
            for (const auto* button : buttonsWithoutKey(rig.window.get()))
                QFAIL(describe(screen, button).constData());
        });
        for (const auto* action : rig.window->topBar().actions())
            QVERIFY2(action->isSeparator() || !action->shortcut().isEmpty(), qPrintable(action->text()));
    }

    void noTextIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("desk") << QSize(1400, 900);
        QTest::newRow("smallest") << QSize(1024, 640);
    }
    void noTextIsCutOff()
    {
        QFETCH(QSize, size);
        DeskRig rig(samplePlan(), 1, size);
        eachScreen(rig, [&](const char* screen) {
            QCOMPARE(rig.window->size(), size);
            for (QWidget* widget : rig.window->findChildren<QWidget*>())
                if (widget->isVisible())
                    QVERIFY2(isWhole(widget), describe(screen, widget).constData());
        });
    }

    void largeTextStaysInTheWindow_data() { noTextIsCutOff_data(); }
    void largeTextStaysInTheWindow()
    {
        QFETCH(QSize, size);
        DeskRig rig(samplePlan(), 2, size);
        eachScreen(rig, [&](const char* screen) {
            rig.picture((QByteArray("large-") + screen + '-' + QByteArray::number(size.width())).constData());
            QCOMPARE(rig.window->size(), size);
            const QSize needs = rig.window->centralWidget()->layout()->minimumSize();
            QVERIFY2(needs.width() <= size.width() && needs.height() <= size.height(),
                     (screen + needsOf(rig.window.get())).constData());
        });
    }

private:
    // The screens a clerk sees, in order; `look` at each.
    static void eachScreen(DeskRig& rig, const std::function<void(const char*)>& look)
    {
        rig.settle();
        look("enrol");
        QVERIFY(rig.enrol());
        look("sign-in");
        QVERIFY(rig.signIn());
        look("events");
        QVERIFY(rig.openEvent());
        look("map");
        rig.press(Qt::Key_3);
        QVERIFY(rig.until([&] { return rig.basket().lines.size() == 3 && !rig.basket().busy; }));
        look("basket");
        rig.press(Qt::Key_R);
        look("reserve");
        rig.press(Qt::Key_Escape);
        rig.press(Qt::Key_C);
        look("cash");
        rig.press(Qt::Key_Return);
        QVERIFY(rig.until([&] { return !rig.shown("soldHeadline").isEmpty(); }));
        rig.press(Qt::Key_P);
        look("sold");
        rig.press(Qt::Key_Return);
        rig.press(Qt::Key_O, Qt::ControlModifier);
        look("orders");
        rig.press(Qt::Key_Escape);
        rig.press(Qt::Key_L);
        look("list");
        rig.till.link.cut = true;
        QVERIFY(rig.until([&] { return !rig.notice().isEmpty(); }));
        look("line-down");
    }
};

QTEST_MAIN(AccessTest)
#include "access_test.moc"
