// One chip an area, with its hue as a drawn disc and its price from the terms.
#include "ui/desk/chip_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/common/money_text.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QIcon disc(const QColor& colour)
{
    QPixmap pixmap(32, 24);
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
    : QFrame(parent),
      m_chips(new FlowLayout(tokens::space8)),
      m_group(new QButtonGroup(this)),
      m_sections(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space8);
    layout->setSpacing(tokens::space8);
    layout->addLayout(m_chips, 1);
    m_sections->setText(tr("Section ▾   G"));
    m_sections->setAccessibleName(tr("Go to section"));
    m_sections->setFocusPolicy(Qt::TabFocus);
    m_sections->setPopupMode(QToolButton::InstantPopup);
    m_sections->setMenu(new QMenu(m_sections));
    setRole(m_sections, Role::Chip);
    m_chips->addWidget(m_sections);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        if (id < 0)
            return;
        Q_EMIT areaChosen(id == 0 ? std::nullopt : std::optional(PriceAreaIndex{static_cast<std::uint16_t>(id - 1)}));
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
        chip->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        chip->setIconSize(QSize(16, 12));
        chip->setCheckable(true);
        chip->setChecked(id == 0);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setToolTip(tr("Show only these   Alt+%1").arg(id));
        setRole(chip, Role::Chip);
        m_group->addButton(chip, id);
        m_chips->addWidget(chip);
    };
    addChip(tr("All prices"), 0, {});
    // More chips than fit would push the window wide; the rest is reached by the map and the list.
    const std::size_t shown = std::min<std::size_t>(plan.priceAreas().size(), mostAreas);
    for (std::size_t i = 0; i < shown; ++i) {
        const PriceAreaIndex area{static_cast<std::uint16_t>(i)};
        const auto price = priceOf(terms, area, PriceTypeIndex{0});
        QString text = QString::fromStdString(plan.priceAreas()[i].name);
        if (price.ok())
            text += u"  "_s + moneyText(*price);
        addChip(text, static_cast<int>(i) + 1, disc(colourOf(area)));
    }
    m_chips->removeWidget(m_sections); // behind the prices again
    m_chips->addWidget(m_sections);
    showSections(plan);
}

void ChipBar::showSections(const SeatPlan& plan)
{
    auto* menu = m_sections->menu();
    menu->clear();
    for (std::uint32_t i = 0; i < plan.sections().size(); ++i) {
        QString name = QString::fromStdString(plan.sections()[i].name);
        // An ampersand would become a mnemonic.
        menu->addAction(name.replace(u'&', u"&&"_s), this, [this, i] { Q_EMIT sectionChosen(SectionIndex{i}); });
    }
    m_sections->setVisible(plan.sections().size() > 1);
}

void ChipBar::choose(int chip)
{
    if (auto* button = m_group->button(chip))
        button->click();
}

void ChipBar::openSections()
{
    if (m_sections->isVisible())
        m_sections->showMenu();
}

} // namespace parterre
