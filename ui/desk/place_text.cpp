// Joins what lies in one row.
#include "ui/desk/place_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// Gives the words a translation context that Qt Linguist finds.
struct PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)
};

struct Group
{
    QString row;
    QStringList seats;
    int standing = 0;
};

QString groupText(const Group& group)
{
    return group.standing > 0 ? u"%1 ×%2"_s.arg(group.row).arg(group.standing)
                              : u"%1: %2"_s.arg(group.row, group.seats.join(u", "_s));
}

} // namespace

QString rowText(const SeatPlan& plan, std::optional<SeatIndex> seat, std::optional<StandingIndex> standing)
{
    if (standing)
        return QString::fromStdString(plan.standing()[standing->value].name);
    return PlaceText::tr("%1 · row %2")
        .arg(QString::fromStdString(plan.sectionOf(*seat).name), QString::fromStdString(plan.rowOf(*seat).name));
}

QString placesText(const SeatPlan& plan, const std::vector<Ticket>& tickets)
{
    std::vector<Group> groups;
    for (const Ticket& ticket : tickets) {
        const bool known = ticket.seat ? plan.contains(*ticket.seat)
                                       : ticket.standing && ticket.standing->value < plan.standing().size();
        if (!known)
            continue;
        const QString row = rowText(plan, ticket.seat, ticket.standing);
        if (groups.empty() || groups.back().row != row)
            groups.push_back({row, {}, 0});
        if (ticket.seat)
            groups.back().seats << QString::fromStdString(plan.seat(*ticket.seat).number);
        else
            ++groups.back().standing;
    }
    QStringList words;
    for (const Group& group : groups)
        words << groupText(group);
    return words.join(u" – "_s);
}

} // namespace parterre
