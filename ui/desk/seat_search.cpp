// Takes the text apart from its end: seat or range, row, and what is left is the beginning of a section's name.
#include "ui/desk/seat_search.h"

#include <QRegularExpression>
#include <QStringList>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

struct Wanted
{
    QString section; // beginning of its name; empty: any
    QString row;
    QString first;
    QString last; // equal to `first` for one seat
};

std::optional<Wanted> wantedBy(const QString& text)
{
    static const QRegularExpression dividers(u"[/\\s,;]+"_s);
    static const QRegularExpression glued(u"^(\\p{L}+)(\\d+(?:[-–]\\d+)?)$"_s);
    static const QRegularExpression range(u"^(\\d+)[-–](\\d+)$"_s);
    QStringList words = text.split(dividers, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    if (const auto match = glued.match(words.last()); match.hasMatch()) {
        words.removeLast();
        words << match.captured(1) << match.captured(2);
    }
    if (words.size() < 2)
        return std::nullopt;
    Wanted wanted;
    wanted.first = wanted.last = words.takeLast();
    if (const auto match = range.match(wanted.first); match.hasMatch()) {
        wanted.first = match.captured(1);
        wanted.last = match.captured(2);
    }
    wanted.row = words.takeLast();
    wanted.section = words.join(u' ');
    return wanted;
}

bool isMeant(const QString& number, const Wanted& wanted)
{
    if (wanted.first == wanted.last)
        return number.compare(wanted.first, Qt::CaseInsensitive) == 0;
    bool isNumber = false;
    const int value = number.toInt(&isNumber);
    return isNumber && value >= wanted.first.toInt() && value <= wanted.last.toInt();
}

std::vector<SeatIndex> seatsIn(const SeatPlan& plan, const PlanSection& section, const Wanted& wanted)
{
    std::vector<SeatIndex> found;
    for (std::uint32_t r = section.first.value; r < section.first.value + section.count; ++r) {
        const PlanRow& row = plan.rows()[r];
        if (QString::fromStdString(row.name).compare(wanted.row, Qt::CaseInsensitive) != 0)
            continue;
        for (std::uint32_t s = row.first.value; s < row.first.value + row.count; ++s)
            if (isMeant(QString::fromStdString(plan.seats()[s].number), wanted))
                found.push_back(SeatIndex{s});
    }
    return found;
}

} // namespace

std::vector<SeatIndex> findSeats(const SeatPlan& plan, const QString& text, std::optional<SectionIndex> inView)
{
    if (const auto exact = plan.seatByLabel(text.trimmed().toStdString()))
        return {*exact};
    const auto wanted = wantedBy(text);
    if (!wanted)
        return {};
    if (wanted->section.isEmpty() && inView)
        if (auto found = seatsIn(plan, plan.sections()[inView->value], *wanted); !found.empty())
            return found;
    for (const PlanSection& section : plan.sections()) {
        if (!QString::fromStdString(section.name).startsWith(wanted->section, Qt::CaseInsensitive))
            continue;
        if (auto found = seatsIn(plan, section, *wanted); !found.empty())
            return found;
    }
    return {};
}

} // namespace parterre
