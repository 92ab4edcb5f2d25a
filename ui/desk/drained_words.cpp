// Counts by what the centre answered; a kind that did not occur is not named.
#include "ui/desk/drained_words.h"

#include "ui/common/key_hint.h"

#include <QCoreApplication>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// Gives the words a translation context that Qt Linguist finds.
struct DrainedWords
{
    Q_DECLARE_TR_FUNCTIONS(DrainedWords)
};

bool isVoid(const Order& order)
{
    return std::all_of(order.tickets.begin(), order.tickets.end(), [](const Ticket& ticket) { return ticket.voided; });
}

} // namespace

bool waitsForTheLine(const OrderSummary& order)
{
    return order.mine && (order.sync == OrderSync::Pending || order.sync == OrderSync::Provisional);
}

Drained drainedOf(const std::set<OrderId>& waited, const std::vector<OrderSummary>& orders)
{
    Drained drained;
    for (const OrderSummary& order : orders) {
        if (!waited.contains(order.order.id))
            continue;
        switch (order.sync) {
        case OrderSync::Confirmed:
            ++(isVoid(order.order) ? drained.voided : drained.confirmed);
            break;
        case OrderSync::Conflict:
            ++drained.conflicts;
            break;
        case OrderSync::Contested:
            ++drained.contested;
            break;
        case OrderSync::Refused:
            ++drained.refused;
            break;
        case OrderSync::Pending:
        case OrderSync::Provisional:
        case OrderSync::Awaiting:
            break;
        }
    }
    return drained;
}

QString drainedText(const Drained& drained)
{
    const QString back = DrainedWords::tr("The line is back.");
    if (drained.sent() == 0)
        return back;
    QStringList parts;
    if (drained.confirmed > 0)
        parts << DrainedWords::tr("%n confirmed", nullptr, drained.confirmed);
    if (drained.voided > 0)
        parts << DrainedWords::tr("%n voided", nullptr, drained.voided);
    if (drained.conflicts > 0)
        parts << DrainedWords::tr("%n in conflict (%1)", nullptr, drained.conflicts).arg(keyName(u"Ctrl+K"_s));
    if (drained.contested > 0)
        parts << DrainedWords::tr("%n waiting for another payment", nullptr, drained.contested);
    if (drained.refused > 0)
        parts << DrainedWords::tr("%n refused (%1)", nullptr, drained.refused).arg(keyName(u"Ctrl+O"_s));
    return u"%1 %2"_s.arg(
        back, DrainedWords::tr("%n sales were sent: %1.", nullptr, drained.sent()).arg(parts.join(u", "_s)));
}

} // namespace parterre
