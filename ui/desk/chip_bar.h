// ChipBar: the price areas as filters above the map, and the sections as places to jump to.
#pragma once

#include "sync/domain/terms.h"

#include <QColor>
#include <QFrame>
#include <functional>
#include <optional>

class QButtonGroup;
class QComboBox;

namespace parterre {

class FlowLayout;

class ChipBar : public QFrame
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget* parent = nullptr);

    // `colourOf` gives the hue the map uses for an area.
    void setPlan(const SeatPlan& plan, const EventTerms& terms, const std::function<QColor(PriceAreaIndex)>& colourOf);

Q_SIGNALS:
    void areaChosen(std::optional<parterre::PriceAreaIndex> area); // none: all
    void sectionChosen(parterre::SectionIndex section);

private:
    void clearChips();
    FlowLayout* m_chips;
    QButtonGroup* m_group;
    QComboBox* m_sections;
};

} // namespace parterre
