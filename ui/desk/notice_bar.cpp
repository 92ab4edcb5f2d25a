// The banner's look and when it goes.
#include "ui/desk/notice_bar.h"

#include "ui/common/key_hint.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

namespace parterre {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_sign(new QLabel(this)), m_text(new QLabel(this)), m_fade(new QTimer(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space4, tokens::space8, tokens::space4);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setObjectName(u"noticeText"_s);
    auto* close = new QToolButton(this);
    close->setText(withKey(tr("Dismiss"), u"Ctrl+D"_s));
    auto* key = new QShortcut(QKeySequence(u"Ctrl+D"_s), this);
    connect(key, &QShortcut::activated, this, &NoticeBar::dismiss);
    setRole(close, Role::QuietButton);
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    layout->addWidget(close);
    m_fade->setSingleShot(true);
    m_fade->setInterval(6000);
    connect(m_fade, &QTimer::timeout, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::showNotice(Kind kind, const QString& sentence)
{
    const auto& c = currentColours();
    const QColor back = kind == Kind::Good ? c.positive : kind == Kind::Caution ? c.caution : c.danger;
    const QColor front = kind == Kind::Good ? c.positiveText : kind == Kind::Caution ? c.cautionText : c.dangerText;
    setStyleSheet(u"parterre--NoticeBar{background:%1} QLabel,QToolButton{color:%2}"_s.arg(back.name(), front.name()));
    m_sign->setText(kind == Kind::Good ? u"✓"_s : u"!"_s);
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    kind == Kind::Good ? m_fade->start() : m_fade->stop();
    m_isNews = false;
    show();
}

void NoticeBar::showNews(Kind kind, const QString& sentence)
{
    if (isVisible() && !m_isNews)
        return;
    showNotice(kind, sentence);
    m_isNews = true;
}

void NoticeBar::showNewsLater(Kind kind, const QString& sentence)
{
    if (isVisible() && !m_isNews)
        m_waiting.emplace(kind, sentence);
    else
        showNews(kind, sentence);
}

void NoticeBar::dismiss()
{
    m_fade->stop();
    m_text->clear();
    hide();
    if (const auto next = std::exchange(m_waiting, std::nullopt))
        showNews(next->first, next->second);
}

void NoticeBar::dismissNews()
{
    m_waiting.reset();
    if (m_isNews)
        dismiss();
}

QString NoticeBar::sentence() const
{
    return m_text->text();
}

} // namespace parterre
