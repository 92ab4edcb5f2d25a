// Coordinates are whole numbers in a drawing 600 wide; only outlines are drawn, never single seats.
#include "server/web/plan_preview.h"

#include "server/web/area_colours.h"
#include "server/web/html.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parterre::web {
namespace {

constexpr double width = 600;
constexpr std::size_t mostRows = 250;       // more are drawn as blocks
constexpr std::size_t mostBlockPoints = 10; // of one outline
constexpr std::size_t mostDecorations = 40;
constexpr double halfSeat = 0.35; // metres

double cross(Point o, Point a, Point b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

// Andrew's monotone chain.
std::vector<Point> convexHull(std::vector<Point> points)
{
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    if (points.size() < 3)
        return points;
    std::vector<Point> hull;
    const auto add = [&hull](Point point, std::size_t least) {
        while (hull.size() >= least + 2 && cross(hull[hull.size() - 2], hull.back(), point) <= 0)
            hull.pop_back();
        hull.push_back(point);
    };
    for (const Point point : points)
        add(point, 0);
    const std::size_t lower = hull.size() - 1;
    for (auto at = points.rbegin() + 1; at != points.rend(); ++at)
        add(*at, lower);
    hull.pop_back();
    return hull;
}

// Leaves out the corner that matters least until few enough are left.
void simplify(std::vector<Point>& ring)
{
    while (ring.size() > mostBlockPoints) {
        std::size_t least = 0;
        double leastArea = -1;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const double area =
                std::abs(cross(ring[(i + ring.size() - 1) % ring.size()], ring[i], ring[(i + 1) % ring.size()]));
            if (leastArea < 0 || area < leastArea) {
                leastArea = area;
                least = i;
            }
        }
        ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(least));
    }
}

class Drawing
{
public:
    explicit Drawing(const SeatPlan& plan) : m_plan(plan), m_scale(width / plan.parts().width) {}

    std::string svg(const Words& words)
    {
        if (m_plan.rows().size() <= mostRows)
            drawRows();
        else
            drawBlocks();
        std::string html =
            "<svg class=\"preview\" role=\"img\" viewBox=\"0 0 600 " + number(m_plan.parts().height * m_scale) +
            "\" aria-label=\"" +
            escape(words.say("Shop", "Plan of the house. The list of sections says the same in words.")) + "\">";
        html += decorations() + standing();
        // The same outline twice: a rim that stands out from the page, and the colour of the price area on it.
        for (const auto& [area, path] : m_paths) {
            const std::string name = "a" + std::to_string(area);
            html += "<path id=\"" + name + "\" class=\"rim" + (m_asRows ? " row" : "") + "\" d=\"" + path +
                    "\"/><use href=\"#" + name + "\" class=\"" + (m_asRows ? "rows" : "blocks") + "\" " +
                    (m_asRows ? "stroke" : "fill") + "=\"" + std::string(areaColour(PriceAreaIndex{area})) + "\"/>";
        }
        return html + labels() + "</svg>";
    }

private:
    static std::string number(double value) { return std::to_string(std::lround(value)); }
    std::string at(Point point) const { return number(point.x * m_scale) + ' ' + number(point.y * m_scale); }

    // A stroke through the first, the middle and the last seat of each stretch at one price.
    void drawRows()
    {
        m_asRows = true;
        for (const PlanRow& row : m_plan.rows()) {
            const std::uint32_t end = row.first.value + row.count;
            for (std::uint32_t first = row.first.value; first < end;) {
                std::uint32_t last = first;
                const PriceAreaIndex area = m_plan.seats()[first].priceArea;
                while (last + 1 < end && m_plan.seats()[last + 1].priceArea == area &&
                       m_plan.isBesidePrevious(SeatIndex{last + 1}))
                    ++last;
                drawStretch(area, first, last);
                first = last + 1;
            }
        }
    }
    void drawStretch(PriceAreaIndex area, std::uint32_t first, std::uint32_t last)
    {
        std::string& path = m_paths[area.value];
        path += 'M' + at(m_plan.seats()[first].at);
        if (first == last)
            path += "h0";
        if (last - first > 4)
            path += 'L' + at(m_plan.seats()[(first + last) / 2].at);
        if (first != last)
            path += 'L' + at(m_plan.seats()[last].at);
    }

    void drawBlocks()
    {
        std::map<std::pair<std::uint32_t, std::uint16_t>, std::vector<Point>> blocks;
        for (const PlanSeat& seat : m_plan.seats()) {
            auto& points = blocks[{m_plan.rows()[seat.row.value].section.value, seat.priceArea.value}];
            for (const double dx : {-halfSeat, halfSeat})
                for (const double dy : {-halfSeat, halfSeat})
                    points.push_back({seat.at.x + dx, seat.at.y + dy});
        }
        for (auto& [key, points] : blocks) {
            auto ring = convexHull(std::move(points));
            simplify(ring);
            m_paths[key.second] += ringPath(ring);
        }
    }

    std::string ringPath(const std::vector<Point>& ring) const
    {
        std::string path;
        for (std::size_t i = 0; i < ring.size(); ++i)
            path += (i == 0 ? 'M' : 'L') + at(ring[i]);
        return path + 'z';
    }

    std::string shape(const Outline& outline, const std::string& attributes) const
    {
        if (outline.kind == Outline::Kind::Ellipse && outline.points.size() == 2)
            return "<ellipse " + attributes + " cx=\"" + number(outline.points[0].x * m_scale) + "\" cy=\"" +
                   number(outline.points[0].y * m_scale) + "\" rx=\"" + number(outline.points[1].x * m_scale) +
                   "\" ry=\"" + number(outline.points[1].y * m_scale) + "\"/>";
        auto ring = outline.points;
        simplify(ring);
        return "<path " + attributes + " d=\"" + ringPath(ring) + "\"/>";
    }
    std::string label(const Outline& outline, const std::string& text) const
    {
        if (text.empty() || outline.points.empty())
            return {};
        Point middle = outline.points[0];
        if (outline.kind != Outline::Kind::Ellipse) {
            middle = {};
            for (const Point point : outline.points)
                middle = {middle.x + point.x / static_cast<double>(outline.points.size()),
                          middle.y + point.y / static_cast<double>(outline.points.size())};
        }
        return "<text x=\"" + number(middle.x * m_scale) + "\" y=\"" + number(middle.y * m_scale) + "\">" +
               escape(text) + "</text>";
    }
    std::string decorations() const
    {
        std::string html;
        const auto& all = m_plan.decorations();
        for (std::size_t i = 0; i < std::min(all.size(), mostDecorations); ++i)
            html += shape(all[i].outline, "class=\"deco\"");
        return html;
    }
    std::string standing() const
    {
        std::string html;
        const auto& all = m_plan.standing();
        for (std::size_t i = 0; i < std::min(all.size(), mostDecorations); ++i)
            html +=
                shape(all[i].outline, "class=\"floor\" stroke=\"" + std::string(areaColour(all[i].priceArea)) + "\"");
        return html;
    }
    // Last, so that nothing covers them.
    std::string labels() const
    {
        std::string html;
        const auto& decorated = m_plan.decorations();
        for (std::size_t i = 0; i < std::min(decorated.size(), mostDecorations); ++i)
            html += label(decorated[i].outline, decorated[i].text);
        const auto& areas = m_plan.standing();
        for (std::size_t i = 0; i < std::min(areas.size(), mostDecorations); ++i)
            html += label(areas[i].outline, areas[i].name);
        return html;
    }

    const SeatPlan& m_plan;
    double m_scale;
    bool m_asRows = false;
    std::map<std::uint16_t, std::string> m_paths; // by price area
};

} // namespace

std::string planPreview(const Words& words, const SeatPlan& plan)
{
    if (plan.parts().width <= 0 || plan.parts().height <= 0)
        return {};
    return Drawing(plan).svg(words);
}

} // namespace parterre::web
