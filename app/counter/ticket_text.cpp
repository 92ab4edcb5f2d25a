// Formats by the clerk's locale and the event's time zone.
#include "app/counter/ticket_text.h"

#include "ui/common/money_text.h"
#include "ui/common/when_text.h"

#include <QObject>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString placeText(const Ticket& ticket, const SeatPlan& plan)
{
    if (ticket.standing)
        return QString::fromStdString(plan.standing()[ticket.standing->value].name);
    return QObject::tr("%1\nRow %2 · Seat %3")
        .arg(QString::fromStdString(plan.sectionOf(*ticket.seat).name),
             QString::fromStdString(plan.rowOf(*ticket.seat).name),
             QString::fromStdString(plan.seat(*ticket.seat).number));
}

QString remarkText(const Ticket& ticket, const SeatPlan& plan)
{
    if (!ticket.seat)
        return {};
    const auto attributes = plan.seat(*ticket.seat).attributes;
    if (attributes & Wheelchair)
        return QObject::tr("Wheelchair place");
    return attributes & RestrictedView ? QObject::tr("Restricted view") : QString();
}

} // namespace

TicketJob ticketJob(const Order& order, const std::vector<std::string>& codes, const SeatPlan& plan,
                    const EventTerms& terms, bool provisional)
{
    const QString mark = provisional ? QObject::tr("PROVISIONAL") : QString();
    const QString sentence = provisional ? QObject::tr("Sold while the line was down. It counts when the centre has "
                                                       "confirmed it; otherwise we contact you. Keep this ticket.")
                                         : QString();
    TicketJob job;
    job.name = QString::fromStdString(orderCode(order.id));
    for (std::size_t i = 0; i < order.tickets.size() && i < codes.size(); ++i) {
        const auto& ticket = order.tickets[i];
        if (ticket.voided)
            continue;
        job.tickets.push_back({QString::fromStdString(terms.title), QString::fromStdString(terms.venue),
                               whenText(terms.startsAt, terms.timeZone), placeText(ticket, plan),
                               QString::fromStdString(terms.priceTypes[ticket.priceType.value]),
                               moneyText({ticket.priceMinor, terms.currency}), job.name,
                               QString::fromStdString(order.buyer.name), remarkText(ticket, plan), mark, sentence,
                               codes[i]});
    }
    return job;
}

} // namespace parterre
