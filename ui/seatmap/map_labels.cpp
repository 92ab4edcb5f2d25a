// Places labels by importance: stage and standing areas, then sections, then rows; a label that would collide is
// dropped.
#include "ui/seatmap/map_labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace parterre {
namespace {

struct MapLabelText
{
    Q_DECLARE_TR_FUNCTIONS(MapLabelText)
};

constexpr double titleText = 1.08; // shares of body text
constexpr double smallText = 0.88;
constexpr double largestStageText = 1.8;

class Layout
{
public:
    Layout(const MapScene& scene, MapResources& resources)
        : m_scene(scene), m_resources(resources), m_view(QPointF(0, 0), scene.viewport.size())
    {}

    void addDecorations();
    void addStandingAreas();
    void addSectionOverview();
    void addSectionNames();
    void addRowNames();
    std::vector<MapLabel> take() { return std::move(m_labels); }

private:
    const SeatPlan& plan() const { return m_scene.model.plan(); }
    QPixmap picture(const std::string& text, double share, const QColor& colour, bool isBold)
    {
        return m_resources.texts.picture(QString::fromStdString(text), m_scene.text(share), colour, isBold);
    }
    std::vector<std::string> overviewNames();
    QRectF sectionBox(SectionIndex section) const;
    QPixmap freeCount(std::uint32_t free)
    {
        const QString text =
            free == 0 ? MapLabelText::tr("sold out") : MapLabelText::tr("%1 free").arg(QLocale().toString(free));
        return m_resources.texts.picture(text, m_scene.text(smallText), m_scene.colours.text, false);
    }
    bool isClear(const QRect& box) const;
    bool place(const QPixmap& picture, const QPointF& centre);
    void placeLines(const QPixmap& title, const QPixmap& line, const QPointF& centre, const QSizeF& room);
    bool hasSeats(const QRect& box) const;
    // The middle seat of the row, pixels.
    QPointF middleOf(RowIndex row) const
    {
        const PlanRow& r = plan().row(row);
        const std::vector<QPointF>& at = m_scene.model.geometry().positions();
        return m_scene.viewport.toPixels(at[r.first.value + r.count / 2]);
    }
    std::vector<QPointF> spotsBeside(const PlanSection& section, const QRectF& box, const QSizeF& name) const;

    const MapScene& m_scene;
    MapResources& m_resources;
    QRectF m_view;
    std::vector<MapLabel> m_labels;
};

QPoint topLeftAround(const QPointF& centre, const QSize& size)
{
    return {static_cast<int>(std::lround(centre.x() - size.width() / 2.0)),
            static_cast<int>(std::lround(centre.y() - size.height() / 2.0))};
}

bool Layout::isClear(const QRect& box) const
{
    return std::none_of(m_labels.begin(), m_labels.end(),
                        [&](const MapLabel& other) { return other.box().intersects(box); });
}

bool Layout::place(const QPixmap& picture, const QPointF& centre)
{
    const MapLabel label{topLeftAround(centre, picture.size()), picture};
    if (!m_view.intersects(label.box()) || !isClear(label.box()))
        return false;
    m_labels.push_back(label);
    return true;
}

// Title and line below it when there is room for both, else the title, else nothing.
void Layout::placeLines(const QPixmap& title, const QPixmap& line, const QPointF& centre, const QSizeF& room)
{
    const double both = title.height() + line.height();
    if (std::max(title.width(), line.width()) <= room.width() && both <= room.height()) {
        if (place(title, centre - QPointF(0, line.height() / 2.0)))
            place(line, centre + QPointF(0, title.height() / 2.0 + 1));
        return;
    }
    if (title.width() <= room.width() && title.height() <= room.height() * 1.3)
        place(title, centre);
}

bool Layout::hasSeats(const QRect& box) const
{
    const double reach = m_scene.model.geometry().seatRadius();
    return m_scene.model.geometry().anySeatIn(
        m_scene.viewport.toMetres(QRectF(box)).adjusted(-reach, -reach, reach, reach));
}

void Layout::addDecorations()
{
    for (const Decoration& decoration : plan().decorations()) {
        if (decoration.text.empty())
            continue;
        const QRectF box = m_scene.viewport.toPixels(outlinePath(decoration.outline).boundingRect());
        if (!m_view.intersects(box))
            continue;
        const double share =
            std::clamp(0.5 * box.height() / (m_scene.textPixels * m_scene.pixelRatio), smallText, largestStageText);
        const QPixmap name = picture(decoration.text, std::round(share * 5) / 5, m_scene.colours.text, true);
        if (name.width() <= box.width() * 1.2)
            place(name, box.center());
    }
}

void Layout::addStandingAreas()
{
    for (std::size_t i = 0; i < plan().standing().size(); ++i) {
        const StandingIndex area{static_cast<std::uint16_t>(i)};
        const QRectF box = m_scene.viewport.toPixels(m_scene.model.geometry().standingPath(area).boundingRect());
        if (m_view.intersects(box))
            placeLines(picture(plan().standing()[i].name, titleText, m_scene.colours.text, true),
                       freeCount(m_scene.model.standingFree(area)), box.center(), box.size());
    }
}

// "Block 203" where every block of the plan has room for its name, else "203" for all of them: names that share their
// first words stay alike, and none sticks out of its section.
std::vector<std::string> Layout::overviewNames()
{
    constexpr double roomShare = 0.65; // of the section's box: sections may be slanted
    const auto& sections = plan().sections();
    const auto prefixOf = [](const std::string& name) { return name.substr(0, name.rfind(' ') + 1); };
    std::map<std::string, std::pair<int, bool>> groups; // by first words: how many, and is one too wide
    for (std::uint32_t i = 0; i < sections.size(); ++i) {
        const double width = picture(sections[i].name, titleText, m_scene.colours.text, true).width();
        const double room = sectionBox(SectionIndex{i}).width() * roomShare;
        auto& [count, isTooWide] = groups[prefixOf(sections[i].name)];
        ++count;
        isTooWide = isTooWide || width > room;
    }
    std::vector<std::string> names;
    for (const PlanSection& section : sections) {
        const std::string prefix = prefixOf(section.name);
        const auto& [count, isTooWide] = groups[prefix];
        names.push_back(count > 1 && isTooWide ? section.name.substr(prefix.size()) : section.name);
    }
    return names;
}

// Pixels, with the margin its outline has around the seats.
QRectF Layout::sectionBox(SectionIndex section) const
{
    const double margin = 2 * m_scene.model.geometry().seatPitch();
    return m_scene.viewport.toPixels(
        m_scene.model.geometry().sectionBounds(section).adjusted(-margin, -margin, margin, margin));
}

void Layout::addSectionOverview()
{
    const std::vector<std::string> names = overviewNames();
    // Large sections first: when two names collide the larger one is read.
    std::vector<std::pair<double, SectionIndex>> bySize;
    for (std::uint32_t i = 0; i < plan().sections().size(); ++i) {
        const QRectF bounds = m_scene.model.geometry().sectionBounds(SectionIndex{i});
        if (plan().sections()[i].count > 0)
            bySize.emplace_back(-bounds.width() * bounds.height(), SectionIndex{i});
    }
    std::sort(bySize.begin(), bySize.end());
    for (const auto& [size, section] : bySize) {
        const QRectF box = sectionBox(section);
        if (m_view.intersects(box))
            placeLines(picture(names[section.value], titleText, m_scene.colours.text, true),
                       freeCount(m_scene.model.freeInSection(section)),
                       m_scene.viewport.toPixels(m_resources.shapes.labelAt(section)), box.size());
    }
}

// Spots for a name beside a section, best first: behind its last row, then before its first; a single row has
// its bounds instead. No other spots: a name at the side would seem to belong to the neighbour.
std::vector<QPointF> Layout::spotsBeside(const PlanSection& section, const QRectF& box, const QSizeF& name) const
{
    const double gap = m_scene.seatRadius() + 4 * m_scene.pixelRatio;
    const QPointF front = middleOf(section.first);
    const QPointF back = middleOf(RowIndex{section.first.value + section.count - 1});
    const QPointF depth = back - front;
    if (const double length = std::hypot(depth.x(), depth.y()); length > 1) {
        const QPointF way = depth / length;
        const double reach = gap + (std::abs(way.x()) * name.width() + std::abs(way.y()) * name.height()) / 2;
        return {back + way * reach, front - way * reach};
    }
    const QPointF down(0, gap + name.height() / 2);
    const QPointF along(gap + name.width() / 2, 0);
    const QPointF centre = box.center();
    return {QPointF(centre.x(), box.bottom()) + down, QPointF(centre.x(), box.top()) - down,
            QPointF(box.left(), centre.y()) - along, QPointF(box.right(), centre.y()) + along};
}

void Layout::addSectionNames()
{
    for (std::uint32_t i = 0; i < plan().sections().size(); ++i) {
        const PlanSection& section = plan().sections()[i];
        const QRectF box = m_scene.viewport.toPixels(m_scene.model.geometry().sectionBounds(SectionIndex{i}));
        const double around = 80 * m_scene.pixelRatio;
        if (section.count == 0 || !m_view.intersects(box.adjusted(-around, -around, around, around)))
            continue;
        const QPixmap name = picture(section.name, titleText, m_scene.colours.text, true);
        for (const QPointF& spot : spotsBeside(section, box, name.size()))
            if (!hasSeats({topLeftAround(spot, name.size()), name.size()}) && place(name, spot))
                break;
    }
}

void Layout::addRowNames()
{
    const double pitchPixels = m_scene.model.geometry().seatPitch() * m_scene.viewport.scale();
    if (pitchPixels < 8 * m_scene.pixelRatio)
        return;
    const SeatGeometry& geometry = m_scene.model.geometry();
    const double share = std::clamp(pitchPixels / (1.5 * m_scene.textPixels * m_scene.pixelRatio), 0.7, 1.0);
    for (const PlanRow& row : plan().rows()) {
        if (row.count < 2)
            continue;
        const QPointF first = m_scene.viewport.toPixels(geometry.positions()[row.first.value]);
        const QPointF last = m_scene.viewport.toPixels(geometry.positions()[row.first.value + row.count - 1]);
        const QPointF second = m_scene.viewport.toPixels(geometry.positions()[row.first.value + 1]);
        const QPointF beforeLast = m_scene.viewport.toPixels(geometry.positions()[row.first.value + row.count - 2]);
        const QPointF ends[] = {first + (first - second), last + (last - beforeLast)};
        for (const QPointF& end : ends) {
            if (!m_view.contains(end))
                continue;
            const QPixmap name = picture(row.name, std::round(share * 10) / 10, m_scene.colours.muted, false);
            if (!geometry.seatAt(m_scene.viewport.toMetres(end), 0.8 * geometry.seatPitch()))
                place(name, end);
        }
    }
}

} // namespace

std::vector<MapLabel> layoutLabels(const MapScene& scene, MapResources& resources)
{
    Layout layout(scene, resources);
    layout.addDecorations();
    layout.addStandingAreas();
    if (scene.detail() == MapDetail::Sections) {
        layout.addSectionOverview();
    } else {
        layout.addSectionNames();
        layout.addRowNames();
    }
    return layout.take();
}

} // namespace parterre
