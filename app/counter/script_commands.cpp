// The commands: each ends when the screen shows that it is done, or at its deadline with a sentence.
#include "app/counter/script_driver.h"

#include <QJsonArray>
#include <QKeySequence>

namespace parterre {

using namespace Qt::StringLiterals;

bool ScriptDriver::runEntry(const QString& verb, const Words& args)
{
    using Page = DeskWindow::Page;
    const auto onPage = [this](Page page) -> Ready {
        return [this, page]() -> std::optional<QJsonObject> {
            if (m_hands.window().page() == page)
                return QJsonObject{};
            return std::nullopt;
        };
    };
    if (verb == u"enrol") {
        if (!m_hands.type(u"enrolServer"_s, args.value(0)) || !m_hands.type(u"enrolCode"_s, args.value(1)) ||
            !m_hands.type(u"enrolName"_s, args.value(2)) || !m_hands.click(u"enrolButton"_s))
            fail(u"the set-up page is not shown"_s);
        else
            await(onPage(Page::SignIn));
    } else if (verb == u"sign-in") {
        if (!m_hands.type(u"signInName"_s, args.value(0)) || !m_hands.type(u"signInPassword"_s, args.value(1)) ||
            !m_hands.click(u"signInButton"_s))
            fail(u"the sign-in page is not shown"_s);
        else
            await([this]() -> std::optional<QJsonObject> {
                switch (m_hands.window().page()) {
                case Page::Events:
                    return QJsonObject{};
                case Page::Questions:
                    return QJsonObject{{u"asks"_s, m_hands.shown(u"questionCount"_s)}};
                case Page::Suspect:
                    return QJsonObject{{u"suspect"_s, m_hands.shown(u"suspectReason"_s)}};
                default:
                    return std::nullopt;
                }
            });
    } else if (verb == u"open") {
        const QString title = args.value(0);
        await(
            [this, title, asked = false]() mutable -> std::optional<QJsonObject> {
                asked = asked || m_hands.chooseEvent(title);
                if (asked && m_hands.window().page() == Page::Sale)
                    return QJsonObject{};
                return std::nullopt;
            },
            30'000);
    } else if (verb == u"leave") {
        if (!m_hands.trigger(QKeySequence(u"Ctrl+E"_s)))
            fail(u"no such key"_s);
        else
            await(onPage(Page::Events));
    } else if (verb == u"sign-out") {
        if (!m_hands.trigger(QKeySequence(u"Ctrl+Shift+Q"_s)))
            fail(u"no such key"_s);
        else
            await(onPage(Page::SignIn));
    } else {
        return false;
    }
    return true;
}

bool ScriptDriver::runSale(const QString& verb, const Words& args)
{
    const auto settled = [this](int lines) -> Ready {
        return [this, lines]() -> std::optional<QJsonObject> {
            const auto& basket = m_hands.counter().basket();
            if (basket.busy)
                return std::nullopt;
            const int now = static_cast<int>(basket.lines.size());
            const QJsonArray places = QJsonArray::fromStringList(m_hands.basketPlaces());
            if (now == lines)
                return QJsonObject{{u"basket"_s, places}};
            if (const QString sentence = m_hands.notice(); !sentence.isEmpty())
                return QJsonObject{{u"basket"_s, places}, {u"refused"_s, sentence}};
            return std::nullopt;
        };
    };
    const int before = m_hands.counter().openedEvent() ? static_cast<int>(m_hands.counter().basket().lines.size()) : 0;
    if (verb == u"pick") {
        m_hands.dismissNotice();
        if (!m_hands.clickSeat(args.value(0)))
            fail(u"no such seat"_s);
        else
            await(settled(before + 1));
    } else if (verb == u"best") {
        m_hands.dismissNotice();
        m_hands.press(Qt::Key_0 + args.value(0).toInt(), args.value(0));
        await(settled(before + args.value(0).toInt()));
    } else if (verb == u"clear") {
        m_hands.press(Qt::Key_Escape);
        await(settled(0));
    } else if (verb == u"cash") {
        m_hands.press(Qt::Key_C, u"c"_s);
        if (!args.isEmpty())
            m_hands.type(u"cashGiven"_s, args.value(0));
        m_hands.press(Qt::Key_Return);
        await(untilSold());
    } else if (verb == u"print") {
        m_hands.press(Qt::Key_P, u"p"_s);
        await([this]() -> std::optional<QJsonObject> {
            const QString where = m_hands.shown(u"printedText"_s);
            return where.isEmpty() ? std::nullopt : std::optional(QJsonObject{{u"where"_s, where}});
        });
    } else if (verb == u"next") {
        m_hands.press(Qt::Key_Return);
        await([this]() -> std::optional<QJsonObject> {
            return m_hands.shown(u"soldHeadline"_s).isEmpty() ? std::optional(QJsonObject{}) : std::nullopt;
        });
    } else {
        return false;
    }
    return true;
}

bool ScriptDriver::runLook(const QString& verb, const Words& args)
{
    if (verb == u"status") {
        answer(true, m_hands.status());
    } else if (verb == u"mark") {
        answer(true, {{u"mark"_s, m_hands.markOf(args.value(0))}});
    } else if (verb == u"seats") {
        answer(true, {{u"seats"_s,
                       QJsonArray::fromStringList(m_hands.seats(args.value(0) == u"reserve", args.value(1).toInt()))}});
    } else if (verb == u"await-line") {
        const QString wanted = args.value(0);
        await(
            [this, wanted]() -> std::optional<QJsonObject> {
                const auto status = m_hands.status();
                return status[u"line"_s].toString() == wanted ? std::optional(status) : std::nullopt;
            },
            60'000);
    } else if (verb == u"await-reserve") {
        const int least = args.value(0).toInt();
        await([this, least]() -> std::optional<QJsonObject> {
            const auto status = m_hands.status();
            return status[u"reserve"_s].toInt() >= least ? std::optional(status) : std::nullopt;
        });
    } else if (verb == u"await-mark") {
        const QString label = args.value(0);
        const QString wanted = args.value(1);
        await([this, label, wanted]() -> std::optional<QJsonObject> {
            const QString mark = m_hands.markOf(label);
            return mark.startsWith(wanted) ? std::optional(QJsonObject{{u"mark"_s, mark}}) : std::nullopt;
        });
    } else if (verb == u"basket") {
        answer(true, {{u"basket"_s, QJsonArray::fromStringList(m_hands.basketPlaces())}});
    } else if (verb == u"marks") {
        answer(true, {{u"marks"_s, m_hands.marks()}});
    } else if (verb == u"orders") {
        answer(true, {{u"orders"_s, m_hands.orders()}});
    } else if (verb == u"zoom") {
        for (int i = args.value(0).toInt(); i > 0; --i)
            m_hands.zoomIn();
        answer(true, {});
    } else if (verb == u"fit") {
        m_hands.fitMap();
        answer(true, {});
    } else if (verb == u"section") {
        answer(m_hands.lookAtSection(args.value(0)), {});
    } else if (verb == u"shot") {
        // One turn of the event loop, so that what changed last is painted.
        QTimer::singleShot(150, this, [this, file = args.value(0)] {
            answer(m_hands.shoot(file), {{u"file"_s, file}});
        });
    } else {
        return false;
    }
    return true;
}

} // namespace parterre
