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

} // namespace

Milliseconds reserveCarries(const LineReport& report)
{
    return report.reserveLasts ? std::min(report.reserveLeft, *report.reserveLasts) : report.reserveLeft;
}

Level reserveLevel(const LineReport& report)
{
    // Nothing in reserve hurts only once the line is down; while it is up one may just have been asked for.
    if (report.reserveSeats == 0)
        return report.state == LineState::Down ? Level::Danger : Level::Caution;
    const auto minutes = reserveCarries(report).count() / 60'000;
    if (minutes <= redMinutes)
        return Level::Danger;
    return minutes <= amberMinutes ? Level::Caution : Level::Good;
}

QString reserveSentence(const LineReport& report)
{
    if (report.reserveSeats == 0)
        return ReserveWords::tr("No offline reserve");
    return ReserveWords::tr("Offline reserve: %1 in %2, %3")
        .arg(seatsText(report.reserveSeats), ReserveWords::tr("%n price areas", nullptr, areasIn(report)),
             spanText(reserveCarries(report)));
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
