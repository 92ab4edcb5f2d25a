// RFC 3339 text of an Instant, by the calendar arithmetic of <chrono>.
#include "sync/base/instant.h"

#include <cstdio>

namespace parterre {
namespace {

// Reads exactly `count` digits at `at`; -1 when they are not there.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void putDigits(std::string& text, std::size_t at, std::size_t count, unsigned value)
{
    for (std::size_t i = at + count; i-- > at; value /= 10)
        text[i] = static_cast<char>('0' + value % 10);
}

// Offset from UTC at the end of the text, in minutes.
std::optional<int> zoneMinutes(std::string_view zone)
{
    if (zone == "Z" || zone == "z")
        return 0;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return std::nullopt;
    const int hours = digits(zone, 1, 2);
    const int minutes = digits(zone, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

std::string toRfc3339(Instant t)
{
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds(t.ms)};
    const auto day = floor<days>(point);
    const year_month_day date(day);
    const hh_mm_ss time(point - day);
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) {
        char text[40];
        std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", year,
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                      static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
        return text;
    }
    // Every answer to a hold names a time, and printf takes longer than the rest of that answer.
    std::string text = "0000-00-00T00:00:00.000Z";
    putDigits(text, 0, 4, static_cast<unsigned>(year));
    putDigits(text, 5, 2, static_cast<unsigned>(date.month()));
    putDigits(text, 8, 2, static_cast<unsigned>(date.day()));
    putDigits(text, 11, 2, static_cast<unsigned>(time.hours().count()));
    putDigits(text, 14, 2, static_cast<unsigned>(time.minutes().count()));
    putDigits(text, 17, 2, static_cast<unsigned>(time.seconds().count()));
    putDigits(text, 20, 3, static_cast<unsigned>(time.subseconds().count()));
    return text;
}

std::optional<Instant> instantFromRfc3339(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') ||
        text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const int y = digits(text, 0, 4);
    const int mo = digits(text, 5, 2);
    const int d = digits(text, 8, 2);
    const int h = digits(text, 11, 2);
    const int mi = digits(text, 14, 2);
    const int s = digits(text, 17, 2);
    if (y < 1970 || mo < 1 || d < 1 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59)
        return std::nullopt;
    const year_month_day date(year(y), month(static_cast<unsigned>(mo)), day(static_cast<unsigned>(d)));
    if (!date.ok())
        return std::nullopt;
    std::size_t at = 19;
    int fraction = 0;
    if (text[at] == '.') {
        int scale = 100;
        std::size_t count = 0;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count) {
            fraction += (text[at] - '0') * scale;
            scale /= 10;
        }
        if (count == 0)
            return std::nullopt;
    }
    const auto zone = zoneMinutes(text.substr(at));
    if (!zone)
        return std::nullopt;
    const auto point = sys_days(date) + hours(h) + minutes(mi - *zone) + seconds(s) + milliseconds(fraction);
    return Instant{duration_cast<milliseconds>(point.time_since_epoch()).count()};
}

} // namespace parterre
