// Thresholds and words of the gauge.
#include "ui/desk/reserve_words.h"

#include "ui/common/when_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace parterre {
namespace {

constexpr std::int64_t amberMinutes = 60;
constexpr std::int64_t redMinutes = 10;

// Gives the words a translation context that Qt Linguist finds.
struct ReserveWords
{
    Q_DECLARE_TR_FUNCTIONS(ReserveWords)
};

int areasIn(const LineReport& report)
{
    return static_cast<int>(std::count_if(report.reserve.begin(), report.reserve.end(),
                                          [](const ReserveLine& line) { return line.places > 0; }));
}

QString seatsText(std::uint32_t seats)
{
    return ReserveWords::tr("%n seats", nullptr, static_cast<int>(seats));
}

// Which price area decides; none: the time does, or nothing was sold.
const ReserveLine* firstToRunOut(const LineReport& report)
{
    const ReserveLine* first = nullptr;
    for (const ReserveLine& line : report.reserve)
        if (const auto lasts = areaLasts(line); lasts && line.places > 0)
            first = first && *areaLasts(*first) <= *lasts ? first : &line;
    return first;
}

const ReserveLine* runOut(const LineReport& report)
{
    const auto found = std::find_if(report.reserve.begin(), report.reserve.end(),
                                    [](const ReserveLine& line) { return line.places == 0 && line.soldLastHour > 0; });
    return found == report.reserve.end() ? nullptr : &*found;
}

QString nameOf(const ReserveLine* line, const std::vector<PriceArea>& areas)
{
    return line && line->area.value < areas.size() ? QString::fromStdString(areas[line->area.value].name) : QString();
}

} // namespace

Milliseconds reserveCarries(const LineReport& report)
{
    std::optional<Milliseconds> lasts = report.reserveLasts;
    if (runOut(report)) { // the report's number is of the area that has nothing
        const ReserveLine* first = firstToRunOut(report);
        lasts = first ? areaLasts(*first) : std::nullopt;
    }
    return lasts ? std::min(report.reserveLeft, *lasts) : report.reserveLeft;
}

Level reserveLevel(const LineReport& report)
{
    // Nothing in reserve hurts only once the line is down; while it is up one may just have been asked for.
    if (report.reserveSeats == 0)
        return report.state == LineState::Down ? Level::Danger : Level::Caution;
    if (runOut(report) && report.state == LineState::Down)
        return Level::Danger;
    const auto minutes = reserveCarries(report).count() / 60'000;
    if (minutes <= redMinutes)
        return Level::Danger;
    return minutes <= amberMinutes || runOut(report) ? Level::Caution : Level::Good;
}

QString reserveSentence(const LineReport& report, const std::vector<PriceArea>& areas)
{
    if (report.reserveSeats == 0)
        return ReserveWords::tr("No offline reserve");
    const Milliseconds carries = reserveCarries(report);
    QString span = spanText(carries);
    if (const QString gone = nameOf(runOut(report), areas); !gone.isEmpty())
        span = ReserveWords::tr("none of %1").arg(gone);
    else if (const QString first = nameOf(firstToRunOut(report), areas);
             !first.isEmpty() && carries < report.reserveLeft)
        span = ReserveWords::tr("%1 for %2", "price area, span of time").arg(first, span);
    return ReserveWords::tr("Offline reserve: %1 in %2, %3")
        .arg(seatsText(report.reserveSeats), ReserveWords::tr("%n price areas", nullptr, areasIn(report)), span);
}

QString reserveShort(const LineReport& report)
{
    if (report.reserveSeats == 0)
        return ReserveWords::tr("No reserve");
    return ReserveWords::tr("%1 · %2", "reserve, short")
        .arg(seatsText(report.reserveSeats), spanText(reserveCarries(report)));
}

std::optional<Milliseconds> areaLasts(const ReserveLine& line)
{
    if (line.soldLastHour == 0)
        return std::nullopt;
    return Milliseconds(std::int64_t{3'600'000} * line.places / line.soldLastHour);
}

} // namespace parterre
