// Says plainly whether the centre knows of the sale yet; both are sold.
#include "ui/desk/sold_sheet.h"

#include "ui/common/money_text.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

SoldSheet::SoldSheet(QWidget* parent)
    : QFrame(parent),
      m_headline(new QLabel(this)),
      m_what(new QLabel(this)),
      m_changeCaption(new QLabel(tr("Change"), this)),
      m_change(new QLabel(this)),
      m_printed(new QLabel(this)),
      m_next(new QPushButton(tr("Next customer   Enter"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    layout->setSpacing(tokens::space8);
    QFont large = figuresFont(tokens::typeTotal);
    large.setWeight(QFont::DemiBold);
    m_headline->setFont(large);
    m_headline->setObjectName(u"soldHeadline"_s);
    layout->addWidget(m_headline);
    m_what->setWordWrap(true);
    m_what->setObjectName(u"soldWhat"_s);
    layout->addWidget(m_what);
    layout->addSpacing(tokens::space16);
    setRole(m_changeCaption, Role::Muted);
    layout->addWidget(m_changeCaption);
    m_change->setFont(large);
    m_change->setObjectName(u"soldChange"_s);
    layout->addWidget(m_change);
    layout->addSpacing(tokens::space16);
    m_printed->setWordWrap(true);
    m_printed->setObjectName(u"printedText"_s);
    setRole(m_printed, Role::Muted);
    layout->addWidget(m_printed);
    layout->addStretch(1);
    setRole(m_next, Role::PrimaryButton);
    m_next->setMinimumHeight(tokens::touchTarget);
    m_next->setObjectName(u"nextButton"_s);
    layout->addWidget(m_next);
    auto* print = new QPushButton(tr("Print tickets   P"), this);
    print->setObjectName(u"printButton"_s);
    layout->addWidget(print);
    connect(m_next, &QPushButton::clicked, this, &SoldSheet::nextRequested);
    connect(print, &QPushButton::clicked, this, &SoldSheet::printRequested);
}

void SoldSheet::open(const SaleDone& sale, Currency currency)
{
    const bool provisional = isProvisional(sale.sync);
    m_headline->setText(provisional ? tr("▲ Provisional") : tr("✓ Sold"));
    const auto& c = currentColours();
    m_headline->setStyleSheet(u"color:%1"_s.arg((provisional ? c.caution : c.positive).name()));
    const QString places = tr("%n tickets", nullptr, static_cast<int>(sale.order.tickets.size()));
    const QString total = moneyText({sale.order.totalMinor(), currency});
    const QString code = QString::fromStdString(orderCode(sale.order.id));
    const QString what = tr("%1 for %2, order %3.").arg(places, total, code);
    if (provisional)
        m_what->setText(
            what + u' ' +
            tr("Sold provisionally: the tickets say so. It is safe on this disk; the centre decides when the "
               "line is back, and what it decides appears under the conflicts."));
    else
        m_what->setText(sale.sync == OrderSync::Pending
                            ? tr("%1 for %2, order %3. From this counter's own reserve: safe "
                                 "on this disk, sent to the centre when the line allows.")
                                  .arg(places, total, code)
                            : what);
    const bool cash = sale.order.tender.method == TenderMethod::Cash;
    m_changeCaption->setVisible(cash);
    m_change->setVisible(cash);
    m_change->setText(moneyText(sale.change));
    m_printed->clear();
    m_next->setFocus();
}

void SoldSheet::showPrinted(const QString& where)
{
    m_printed->setText(where);
}

void SoldSheet::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        Q_EMIT nextRequested();
        return;
    case Qt::Key_P:
        Q_EMIT printRequested();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace parterre
