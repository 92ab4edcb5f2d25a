// Commands of the managers' page: read it, sign for something on it.
#include "app/counter/script_driver.h"

#include <QJsonArray>
#include <QKeySequence>

namespace parterre {

using namespace Qt::StringLiterals;

bool ScriptDriver::runManage(const QString& verb, const Words& args)
{
    if (verb == u"manage") {
        // Opens it, or asks again when it is open.
        const bool open = m_hands.window().page() == DeskWindow::Page::Other;
        if (!(open ? m_hands.click(u"manageRefresh"_s) : m_hands.trigger(QKeySequence(u"Ctrl+M"_s))))
            fail(u"no such key"_s);
        else
            await([this]() -> std::optional<QJsonObject> {
                const QString state = m_hands.shown(u"manageState"_s);
                if (!m_hands.notice().isEmpty())
                    return QJsonObject{{u"refused"_s, m_hands.notice()}};
                if (!m_hands.settled() || state.endsWith(u"…"_s))
                    return std::nullopt;
                return QJsonObject{{u"state"_s, state}, {u"rows"_s, m_hands.rows(u"manageList"_s)}};
            });
    } else if (verb == u"manage-back") {
        answer(m_hands.click(u"manageBack"_s), {});
    } else if (verb == u"sign") {
        sign(args);
    } else {
        return false;
    }
    return true;
}

// sign ROW write-off|lost|settle|go-on|KEY [TEXT]: chooses the row that begins so and does what its sheet offers.
void ScriptDriver::sign(const Words& args)
{
    if (!m_hands.chooseRow(u"manageList"_s, args.value(0)))
        return fail(u"no such row"_s);
    m_hands.dismissNotice();
    const QString what = args.value(1);
    const bool writesOff = what == u"write-off" || what == u"lost";
    if (writesOff)
        m_hands.press(Qt::Key_W, u"w"_s);
    if (args.size() > 2 && !m_hands.type(u"actionField"_s, args.value(2)))
        return fail(u"nothing to type here"_s);
    if (what == u"lost")
        m_hands.press(Qt::Key_F2);
    if (writesOff || what == u"settle" || what == u"go-on")
        m_hands.press(Qt::Key_Return);
    else if (what.size() == 1)
        m_hands.pressIn(u"manageList"_s, what.at(0).toUpper().unicode());
    else
        return fail(u"no such step"_s);
    await([this]() -> std::optional<QJsonObject> {
        const QString problem = m_hands.shown(u"actionProblem"_s);
        if (!problem.isEmpty())
            return QJsonObject{{u"refused"_s, problem}};
        if (!m_hands.settled())
            return std::nullopt;
        return QJsonObject{{u"notice"_s, m_hands.notice()}, {u"rows"_s, m_hands.rows(u"manageList"_s)}};
    });
}

} // namespace parterre
