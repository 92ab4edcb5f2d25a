// ChipBar: the price areas as filters above the map, and the sections as places to jump to.
#pragma once

#include "sync/domain/terms.h"

#include <QColor>
#include <QFrame>
#include <functional>
#include <optional>

class QButtonGroup;
class QToolButton;

namespace parterre {

class FlowLayout;

class ChipBar : public QFrame
{
    Q_OBJECT
public:
    static constexpr int mostAreas = 8; // more would crowd the map out; the map and the list reach every area
    explicit ChipBar(QWidget* parent = nullptr);

    // `colourOf` gives the hue the map uses for an area.
    void setPlan(const SeatPlan& plan, const EventTerms& terms, const std::function<QColor(PriceAreaIndex)>& colourOf);
    void choose(int chip); // 0: all prices, then the areas in plan order; beyond the last nothing happens
    void openSections();

Q_SIGNALS:
    void areaChosen(std::optional<parterre::PriceAreaIndex> area); // none: all
    void sectionChosen(parterre::SectionIndex section);

private:
    void clearChips();
    void showSections(const SeatPlan& plan);
    FlowLayout* m_chips;
    QButtonGroup* m_group;
    QToolButton* m_sections;
};

} // namespace parterre
