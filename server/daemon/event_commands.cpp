// event returns: until when fans may give the tickets of an event back on the web.
#include "server/daemon/commands.h"

#include "server/api/ticket_returns.h"
#include "server/ledger/sql/sql_account_store.h"

#include <QRegularExpression>

#include <cstdio>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr qlonglong mostHours = 10'000;

// The id itself, or the address of the event's page, which ends in it.
std::optional<EventId> eventOf(const QString& text)
{
    static const QRegularExpression id(u"([0-9a-f]{32})/?$"_s);
    const auto match = id.match(text);
    return match.hasMatch() ? EventId::fromString(match.captured(1).toStdString()) : std::nullopt;
}

} // namespace

int setReturns(const QString& data, const QString& eventText, const QString& hours)
{
    const auto event = eventOf(eventText);
    if (!event)
        return failWith(u"'%1' names no event: give its id or the address of its page."_s.arg(eventText));
    bool isNumber = false;
    const qlonglong number = hours.toLongLong(&isNumber);
    if (hours != u"never"_s && (!isNumber || number < 0 || number > mostHours))
        return failWith(u"'%1' is no number of hours before the start, 0 to 10000, and not 'never'."_s.arg(hours));
    auto accounts = SqlAccountStore::open(data);
    if (!accounts.ok())
        return failWith(accounts.error());
    if (const auto put = (*accounts)->putSetting(returnSetting(*event), hours.toStdString()); !put.ok())
        return failWith(put.error());
    std::printf("Tickets of %s may be given back on the web %s. This counts at once.\n", event->toString().c_str(),
                hours == u"never"_s ? "never" : qPrintable(u"until %1 hours before the start"_s.arg(number)));
    return 0;
}

} // namespace parterre
