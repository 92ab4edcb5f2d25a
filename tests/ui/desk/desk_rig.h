// DeskRig: the real window and wiring over the real counter, beside a centre in memory. A test presses keys, lets time
// pass and looks at the screen.
#pragma once

#include "app/counter/desk_wiring.h"
#include "app/counter/language.h"
#include "app/devices/letter_printer.h"
#include "app/devices/pdf_ticket_printer.h"
#include "tests/support/counter_rig.h"
#include "tests/support/fake_admin.h"
#include "ui/common/theme.h"
#include "ui/desk/notice_bar.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/top_bar.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

namespace parterre::testing {

// Prints into a folder, or says that there is no paper.
class TestPrinter : public TicketPrinter
{
public:
    explicit TestPrinter(const QString& folder) : m_pdf(folder) {}
    Result<QString> print(const TicketJob& job) override
    {
        jobs.push_back(job);
        if (atPrint)
            atPrint();
        if (outOfPaper)
            return Error{ErrorCode::Unavailable, "out of paper"};
        return m_pdf.print(job);
    }

    bool outOfPaper = false;
    std::vector<TicketJob> jobs;
    std::function<void()> atPrint;

private:
    PdfTicketPrinter m_pdf;
};

// Remembers the letters it was asked for.
class TestLetters : public LetterPrinter
{
public:
    Result<QString> print(const LetterText& letter) override
    {
        letters.push_back(letter);
        return letter.name;
    }
    std::vector<LetterText> letters;
};

// The counter of the desk: its cards are charged on the terminal in the clerk's hand.
class DeskTill : public CounterRig
{
public:
    DeskTill(VirtualTime& clock, FakeCentre& at, PaymentTerminal& hand) : CounterRig(clock, at), m_hand(hand) {}

protected:
    Result<CounterPorts> plugIn() override
    {
        Result<CounterPorts> ports = CounterRig::plugIn();
        if (ports)
            ports->terminal = &m_hand;
        return ports;
    }

private:
    PaymentTerminal& m_hand;
};

class DeskRig
{
public:
    explicit DeskRig(SeatPlanPtr plan = samplePlan(), double textScale = 1, QSize size = {1400, 900},
                     const QLocale& locale = QLocale(QLocale::English, QLocale::UnitedKingdom),
                     const std::function<void(EventTerms&)>& change = {})
        : centre(time, std::move(plan), change),
          till(time, centre, terminal),
          printer(folder.path() + QStringLiteral("/tickets"))
    {
        speak(locale);
        applyTheme(*qApp, tokens::Scheme::Light, textScale);
        start(size);
    }

    // The program begins, anew when it has been running: journal and cache are as the last run left them.
    void start(QSize size = {1400, 900})
    {
        wiring.reset();
        window.reset();
        PARTERRE_REQUIRE(till.start().ok());
        window = std::make_unique<DeskWindow>(QStringLiteral("http://centre"));
        wiring =
            std::make_unique<DeskWiring>(*till.counter, DeskDevices{printer, letters, terminal, admin}, time, *window);
        wiring->begin();
        window->resize(size);
        window->show();
        PARTERRE_REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }

    VirtualTime time{sampleNow};
    QTemporaryDir folder;
    FakeCentre centre;
    HandTerminal terminal;
    DeskTill till;
    TestPrinter printer;
    TestLetters letters;
    FakeAdmin admin;
    std::unique_ptr<DeskWindow> window;
    std::unique_ptr<DeskWiring> wiring;

    // ---- Time
    void settle(Milliseconds span = Milliseconds(50))
    {
        time.runFor(span);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // what the first turn queued
    }
    template <typename Condition>
    bool until(Condition condition, Milliseconds limit = std::chrono::seconds(30))
    {
        for (Milliseconds spent{}; spent <= limit; spent += Milliseconds(20)) {
            settle(Milliseconds(20));
            if (condition())
                return true;
        }
        return false;
    }

    // ---- Hands
    int keystrokes = 0;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keystrokes;
        QWidget* to = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(to, static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void type(const QString& text)
    {
        for (const QChar c : text) {
            ++keystrokes;
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        }
        settle();
    }
    void clickSeat(std::string_view label)
    {
        const SeatIndex seat = centre.plan().seatByLabel(label).value();
        window->salePage().showSeat(seat);
        settle();
        QTest::mouseClick(map(), Qt::LeftButton, {}, pixelOf(seat));
        settle();
    }
    QPoint pixelOf(SeatIndex seat) const
    {
        return map()->viewport().toPixels(map()->model()->geometry().position(seat)).toPoint();
    }

    // ---- From nothing to the open event, by keyboard alone
    bool enrol()
    {
        type(QStringLiteral("code"));
        press(Qt::Key_Tab);
        type(QStringLiteral("Till 1"));
        press(Qt::Key_Return);
        return until([this] { return window->page() == DeskWindow::Page::SignIn; });
    }
    bool signIn()
    {
        type(QStringLiteral("ann"));
        press(Qt::Key_Tab);
        type(QStringLiteral("secret"));
        press(Qt::Key_Return);
        return until([this] {
            const auto* list = find<QTreeWidget>("eventList");
            return window->page() == DeskWindow::Page::Events && list->topLevelItemCount() > 0;
        });
    }
    bool openEvent()
    {
        press(Qt::Key_Return);
        return until(
            [this] { return window->page() == DeskWindow::Page::Sale && till.counter->lineReport().reserveSeats > 0; });
    }
    bool begin() { return enrol() && signIn() && openEvent(); }

    // ---- Eyes
    template <typename Widget>
    Widget* find(const char* name) const
    {
        return window->findChild<Widget*>(QLatin1String(name));
    }
    SeatMapWidget* map() const { return window->findChild<SeatMapWidget*>(); }
    // What a label or button says, empty when it is not shown.
    QString shown(const char* name) const
    {
        for (QWidget* widget : window->findChildren<QWidget*>(QLatin1String(name))) {
            if (!widget->isVisible())
                continue;
            if (const auto* label = qobject_cast<QLabel*>(widget))
                return label->text();
            if (const auto* button = qobject_cast<QAbstractButton*>(widget))
                return button->text();
        }
        return {};
    }
    QString notice() const { return window->notice().isVisible() ? window->notice().sentence() : QString(); }
    SeatMark markOf(std::string_view label) const
    {
        return window->salePage().model()->view(centre.plan().seatByLabel(label).value()).mark;
    }
    const Basket& basket() const { return till.counter->basket(); }

    // A picture for people, when PARTERRE_PICTURES names a folder.
    void picture(const char* name) const
    {
        if (const QString to = qEnvironmentVariable("PARTERRE_PICTURES"); !to.isEmpty())
            window->grab().save(to + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
};

} // namespace parterre::testing
