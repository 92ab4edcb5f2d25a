// Geometry of the plots, in units of the viewBox.
#include "server/rehearse/svg_plot.h"

#include <algorithm>
#include <cmath>

namespace parterre::rehearsal {
namespace {

using namespace Qt::StringLiterals;

constexpr double width = 720;
constexpr double height = 228;
constexpr double left = 56;
constexpr double right = 12;
constexpr double top = 20;
constexpr double bottom = 28;
constexpr std::size_t mostPoints = 400;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString tick(double value)
{
    return value == std::floor(value) ? QString::number(value, 'f', 0) : QString::number(value, 'g', 3);
}

QString opened(const QString& title, const QString& description)
{
    return u"<figure><figcaption>%1</figcaption><svg viewBox=\"0 0 %2 %3\" role=\"img\" aria-label=\"%4\">\n"_s.arg(
        title.toHtmlEscaped(), number(width), number(height), description.toHtmlEscaped());
}

QString text(double x, double y, const char* anchor, const QString& words)
{
    return u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n"_s.arg(number(x), number(y), QLatin1String(anchor),
                                                                           words.toHtmlEscaped());
}

QString rule(double y)
{
    return u"<line class=\"grid\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/>\n"_s.arg(number(left),
                                                                                     number(width - right), number(y));
}

// Neighbours become one point with the largest of them: peaks stay.
std::vector<double> thinned(const std::vector<double>& values, std::size_t points)
{
    std::vector<double> out;
    for (std::size_t i = 0; i < points; ++i) {
        const std::size_t from = i * values.size() / points;
        const std::size_t to = std::max(from + 1, (i + 1) * values.size() / points);
        out.push_back(*std::max_element(values.begin() + static_cast<std::ptrdiff_t>(from),
                                        values.begin() + static_cast<std::ptrdiff_t>(to)));
    }
    return out;
}

QString polyline(const std::vector<double>& values, double most, std::size_t number_)
{
    const auto shown = thinned(values, std::min(values.size(), mostPoints));
    QString points;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const double along = shown.size() > 1 ? static_cast<double>(i) / static_cast<double>(shown.size() - 1) : 0;
        points += number(left + along * (width - left - right)) + u',' +
                  number(height - bottom - shown[i] / most * (height - top - bottom)) + u' ';
    }
    return u"<polyline class=\"s%1\" points=\"%2\"/>\n"_s.arg(number_).arg(points.trimmed());
}

QString legend(const std::vector<PlotLine>& lines)
{
    QString html;
    for (std::size_t i = 0; i < lines.size(); ++i)
        html += u"<span class=\"key k%1\">%2</span> "_s.arg(i).arg(lines[i].name.toHtmlEscaped());
    return u"<p class=\"legend\">"_s + html + u"</p>"_s;
}

} // namespace

double roundedUp(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0, 10.0})
        if (value <= step * power * 1.000001)
            return step * power;
    return 10 * power;
}

QString linePlot(const QString& title, const QString& description, const QString& unit, double step,
                 const std::vector<PlotLine>& lines)
{
    double most = 0;
    std::size_t longest = 1;
    for (const PlotLine& line : lines) {
        for (const double value : line.values)
            most = std::max(most, value);
        longest = std::max(longest, line.values.size());
    }
    most = roundedUp(most);
    QString svg = opened(title, description);
    for (const double part : {0.0, 0.5, 1.0}) {
        const double y = height - bottom - part * (height - top - bottom);
        svg += rule(y) + text(left - 6, y + 4, "end", tick(part * most));
    }
    const double seconds = step * static_cast<double>(longest - 1);
    for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0})
        svg += text(left + part * (width - left - right), height - 8, part == 1 ? "end" : "middle",
                    QString::number(part * seconds, 'f', seconds < 20 ? 1 : 0) + u" s"_s);
    svg += text(left + 6, top + 10, "start", unit);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].values.empty())
            svg += polyline(lines[i].values, most, i);
    return svg + u"</svg>"_s + legend(lines) + u"</figure>\n"_s;
}

QString barPlot(const QString& title, const QString& description, const std::vector<PlotBar>& bars)
{
    QString svg = opened(title, description);
    for (const double part : {0.0, 0.5, 1.0}) {
        const double y = height - bottom - part * (height - top - bottom);
        svg += rule(y) + text(left - 6, y + 4, "end", QString::number(100 * part, 'f', 0) + u" %"_s);
    }
    const double room = (width - left - right) / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double tall = bars[i].value * (height - top - bottom);
        const double x = left + room * static_cast<double>(i);
        svg += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"/>\n"_s.arg(
            number(x + room * 0.15), number(height - bottom - tall), number(room * 0.7), number(tall));
        svg += text(x + room / 2, height - bottom - tall - 4, "middle", bars[i].label);
        svg += text(x + room / 2, height - 8, "middle", bars[i].name);
    }
    return svg + u"</svg></figure>\n"_s;
}

} // namespace parterre::rehearsal
