// One chip an area, with its hue as a drawn disc and its price from the terms.
#include "ui/desk/chip_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/common/money_text.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QIcon disc(const QColor& colour)
{
    QPixmap pixmap(24, 24);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 120), 1));
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, 10, 10));
    painter.end();
    return QIcon(pixmap);
}

} // namespace

ChipBar::ChipBar(QWidget* parent)
    : QFrame(parent), m_chips(new FlowLayout(tokens::space8)), m_group(new QButtonGroup(this)), m_sections(new QComboBox(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space8);
    layout->setSpacing(tokens::space8);
    layout->addLayout(m_chips, 1);
    m_sections->setAccessibleName(tr("Go to section"));
    m_sections->setFocusPolicy(Qt::TabFocus);
    m_sections->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout->addWidget(m_sections, 0, Qt::AlignTop);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        if (id < 0)
            return;
        Q_EMIT areaChosen(id == 0 ? std::nullopt : std::optional(PriceAreaIndex{static_cast<std::uint16_t>(id - 1)}));
    });
    connect(m_sections, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            Q_EMIT sectionChosen(SectionIndex{static_cast<std::uint32_t>(index - 1)});
    });
}

void ChipBar::clearChips()
{
    for (auto* button : m_group->buttons()) {
        m_group->removeButton(button);
        delete button;
    }
}

void ChipBar::setPlan(const SeatPlan& plan, const EventTerms& terms,
                      const std::function<QColor(PriceAreaIndex)>& colourOf)
{
    clearChips();
    const auto addChip = [this](const QString& text, int id, const QIcon& icon) {
        auto* chip = new QToolButton(this);
        chip->setText(text);
        chip->setIcon(icon);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setCheckable(true);
        chip->setChecked(id == 0);
        chip->setFocusPolicy(Qt::TabFocus);
        setRole(chip, Role::Chip);
        m_group->addButton(chip, id);
        m_chips->addWidget(chip);
    };
    addChip(tr("All prices"), 0, {});
    // More chips than fit would push the window wide; the rest is reached by the map and the list.
    const std::size_t shown = std::min<std::size_t>(plan.priceAreas().size(), 8);
    for (std::size_t i = 0; i < shown; ++i) {
        const PriceAreaIndex area{static_cast<std::uint16_t>(i)};
        const auto price = priceOf(terms, area, PriceTypeIndex{0});
        QString text = QString::fromStdString(plan.priceAreas()[i].name);
        if (price.ok())
            text += u"  "_s + moneyText(*price);
        addChip(text, static_cast<int>(i) + 1, disc(colourOf(area)));
    }
    m_sections->clear();
    m_sections->addItem(tr("Go to section …"));
    for (const auto& section : plan.sections())
        m_sections->addItem(QString::fromStdString(section.name));
    m_sections->setVisible(plan.sections().size() > 1);
}

} // namespace parterre
