// Joins what lies in one row.
#include "ui/common/place_text.h"

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

namespace {

QString joined(const std::vector<Group>& groups)
{
    QStringList words;
    for (const Group& group : groups)
        words << groupText(group);
    return words.join(u" – "_s);
}

Group& groupOf(std::vector<Group>& groups, const QString& row)
{
    if (groups.empty() || groups.back().row != row)
        groups.push_back({row, {}, 0});
    return groups.back();
}

} // namespace

QString placesText(const SeatPlan& plan, const std::vector<Ticket>& tickets)
{
    std::vector<Group> groups;
    for (const Ticket& ticket : tickets) {
        const bool known = ticket.seat ? plan.contains(*ticket.seat)
                                       : ticket.standing && ticket.standing->value < plan.standing().size();
        if (!known)
            continue;
        Group& group = groupOf(groups, rowText(plan, ticket.seat, ticket.standing));
        if (ticket.seat)
            group.seats << QString::fromStdString(plan.seat(*ticket.seat).number);
        else
            ++group.standing;
    }
    return joined(groups);
}

QString placesText(const SeatPlan& plan, const Places& places)
{
    std::vector<Group> groups;
    for (const SeatIndex seat : places.seats)
        if (plan.contains(seat))
            groupOf(groups, rowText(plan, seat, {})).seats << QString::fromStdString(plan.seat(seat).number);
    for (const StandingUnits& units : places.standing)
        if (units.area.value < plan.standing().size())
            groups.push_back({rowText(plan, {}, units.area), {}, static_cast<int>(units.count)});
    return joined(groups);
}

QStringList labelRows(const QStringList& labels)
{
    std::vector<Group> groups;
    for (const QString& label : labels) {
        const QStringList parts = label.split(u'/');
        if (parts.size() == 3)
            groupOf(groups, PlaceText::tr("%1 · row %2").arg(parts[0], parts[1])).seats << parts[2];
        else
            ++groupOf(groups, label).standing;
    }
    QStringList rows;
    for (const Group& group : groups)
        rows << groupText(group);
    return rows;
}

} // namespace parterre
