// The sentences. Switches have no default, so a new phase or rival cannot be forgotten.
#include "ui/conflicts/case_text.h"

#include "sync/base/require.h"
#include "ui/common/money_text.h"
#include "ui/common/place_text.h"
#include "ui/common/when_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// Gives the sentences a translation context that Qt Linguist finds.
struct CaseText
{
    Q_DECLARE_TR_FUNCTIONS(CaseText)
};

QString rivalText(Rival rival)
{
    switch (rival) {
    case Rival::Nobody:
        return CaseText::tr("free again by now");
    case Rival::Holder:
        return CaseText::tr("in another customer's basket");
    case Rival::Payer:
        return CaseText::tr("being paid by another customer");
    case Rival::Reservation:
        return CaseText::tr("reserved by name before");
    case Rival::Owner:
        return CaseText::tr("sold at the centre before");
    case Rival::Admitted:
        return CaseText::tr("sold before, and somebody sits there");
    case Rival::Counter:
        return CaseText::tr("promised to another counter");
    case Rival::House:
        return CaseText::tr("blocked by the house");
    case Rival::Case:
        return CaseText::tr("kept for another customer who lost their seats");
    }
    PARTERRE_REQUIRE(false);
}

QString namesText(const std::vector<QString>& names)
{
    QStringList list(names.begin(), names.end());
    list.removeDuplicates();
    return list.isEmpty() ? QString() : u" ("_s + list.join(u", "_s) + u")"_s;
}

PriceAreaIndex areaOf(const SeatPlan& plan, const Places& places)
{
    return places.seats.empty() ? plan.standing()[places.standing.front().area.value].priceArea
                                : plan.seat(places.seats.front()).priceArea;
}

std::optional<PriceAreaIndex> areaOf(const SeatPlan& plan, const Order& order)
{
    for (const Ticket& ticket : order.tickets) {
        if (ticket.seat && plan.contains(*ticket.seat))
            return plan.seat(*ticket.seat).priceArea;
        if (ticket.standing && ticket.standing->value < plan.standing().size())
            return plan.standing()[ticket.standing->value].priceArea;
    }
    return std::nullopt;
}

} // namespace

QString ourClaimText(const CaseReport& report, const SeatPlan& plan, const EventTerms& terms)
{
    const Order& order = report.what.order;
    const QString when = timeText(order.soldAt, terms.timeZone);
    const QString places = placesText(plan, order.tickets);
    const QString money = moneyText({order.tender.paidMinor, terms.currency});
    const QString clerk = QString::fromStdString(order.clerk);
    if (report.what.provisional)
        return report.mine
                   ? CaseText::tr("Sold here provisionally at %1 by %2 for %3: %4.").arg(when, clerk, money, places)
                   : CaseText::tr("Sold provisionally at another counter at %1 by %2 for %3: %4.")
                         .arg(when, clerk, money, places);
    return report.mine
               ? CaseText::tr("Sold here at %1 by %2 for %3: %4.").arg(when, clerk, money, places)
               : CaseText::tr("Sold at another counter at %1 by %2 for %3: %4.").arg(when, clerk, money, places);
}

QString otherClaimText(const CaseReport& report, const SeatPlan& plan)
{
    struct Group
    {
        Places places;
        std::vector<QString> names;
    };
    std::map<Rival, Group> groups;
    for (const LostPlace& lost : report.lost) {
        Group& group = groups[lost.rival];
        if (lost.seat)
            group.places.seats.push_back(*lost.seat);
        else if (lost.standing)
            group.places.standing.push_back({*lost.standing, lost.units});
        if (!lost.name.empty())
            group.names.push_back(QString::fromStdString(lost.name));
    }
    QStringList lines;
    for (const auto& [rival, group] : groups)
        lines << CaseText::tr("%1: %2%3.", "places: what holds them (names)")
                     .arg(placesText(plan, group.places), rivalText(rival), namesText(group.names));
    return lines.join(u'\n');
}

QString ruleText(const CaseReport& report)
{
    switch (report.what.phase) {
    case CasePhase::Contest:
        return CaseText::tr(
            "Somebody is paying for these seats at this moment. If their payment goes through, they keep "
            "them; if not, this sale has them.");
    case CasePhase::Won:
        return CaseText::tr("The other payment did not go through, so these tickets count.");
    default:
        break;
    }
    switch (report.decided) {
    case Rival::Admitted:
        return CaseText::tr("Whoever sits on a seat with a valid ticket keeps it.");
    case Rival::Owner:
        return CaseText::tr("The sale that reaches the centre first keeps the seat, whenever it was made.");
    case Rival::Reservation:
        return CaseText::tr("A reservation keeps its seats until its deadline.");
    case Rival::Counter:
        return CaseText::tr(
            "Seats in a counter's reserve belong to that counter alone, so that it can sell them off line.");
    case Rival::House:
        return CaseText::tr("Seats blocked by the house are sold only when a supervisor releases them.");
    case Rival::Payer:
        return CaseText::tr("A payment under way keeps its seats until it ends.");
    case Rival::Case:
        return CaseText::tr("Seats kept for a customer who lost theirs are not taken away again.");
    case Rival::Holder:
    case Rival::Nobody:
        return CaseText::tr("The seats had somebody else's claim when this sale reached the centre.");
    }
    PARTERRE_REQUIRE(false);
}

QString refundText(const Case& of, const EventTerms& terms)
{
    if (of.refundMinor == 0)
        return {};
    const QString money = moneyText({of.refundMinor, terms.currency});
    return of.phase == CasePhase::Refunded ? CaseText::tr("Given back: %1").arg(money)
                                           : CaseText::tr("To give back: %1").arg(money);
}

QString offerText(const Case& of, std::size_t offer, const SeatPlan& plan)
{
    const Places& places = of.offers[offer];
    if (places.empty())
        return {};
    const PriceAreaIndex area = areaOf(plan, places);
    const QString name = QString::fromStdString(plan.priceAreas()[area.value].name);
    const QString where = placesText(plan, places);
    return areaOf(plan, of.order) == area
               ? CaseText::tr("%1 (%2, the same price area)").arg(where, name)
               : CaseText::tr("%1 (%2; never dearer, what is cheaper is given back)").arg(where, name);
}

QString seatedText(const CaseReport& report, const SeatPlan& plan)
{
    return report.what.phase == CasePhase::Exchanged ? placesText(plan, report.seated) : QString();
}

QString nextText(const Case& of, const EventTerms& terms, Instant now)
{
    switch (of.phase) {
    case CasePhase::Contest:
        return CaseText::tr("Nothing to do yet. It is decided within minutes.");
    case CasePhase::Open:
        return CaseText::tr("Let the centre look for other seats, or agree to meet the customer at the door.");
    case CasePhase::Offered:
        return CaseText::tr("Ask the customer. The seats are kept until %1.")
            .arg(nearText(of.until, now, terms.timeZone));
    case CasePhase::RefundDue:
        return CaseText::tr("Give the money back, then say so. Or look for other seats once more.");
    case CasePhase::AtDoor:
        return CaseText::tr("The customer is met at the door. Say when it is settled.");
    case CasePhase::Exchanged:
        return of.refundMinor > 0
                   ? CaseText::tr("Give back what the new seats cost less, then say so. Print the new "
                                  "tickets and the letter.")
                   : CaseText::tr("Print the new tickets and the letter; the old tickets are worth nothing.");
    case CasePhase::Won:
    case CasePhase::Granted:
        return CaseText::tr("Nothing more to do: the customer has the seats they bought.");
    case CasePhase::Refunded:
    case CasePhase::Closed:
        return CaseText::tr("Nothing more to do.");
    }
    PARTERRE_REQUIRE(false);
}

} // namespace parterre
