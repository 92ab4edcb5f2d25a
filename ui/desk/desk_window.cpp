// The window's frame: what stays while pages change.
#include "ui/desk/desk_window.h"

#include "ui/desk/enrol_page.h"
#include "ui/desk/events_page.h"
#include "ui/desk/line_strips.h"
#include "ui/desk/notice_bar.h"
#include "ui/desk/question_page.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/shortcut_bar.h"
#include "ui/desk/sign_in_page.h"
#include "ui/desk/suspect_page.h"
#include "ui/desk/top_bar.h"

#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

DeskWindow::DeskWindow(const QString& server, QWidget* parent)
    : QMainWindow(parent),
      m_top(new TopBar),
      m_strips(new LineStrips),
      m_notice(new NoticeBar),
      m_pages(new QStackedWidget),
      m_enrol(new EnrolPage(server)),
      m_signIn(new SignInPage),
      m_suspect(new SuspectPage),
      m_questions(new QuestionPage),
      m_events(new EventsPage),
      m_sale(new SalePage),
      m_keys(new ShortcutBar)
{
    setWindowTitle(tr("Parterre box office"));
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_strips);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_keys);
    for (QWidget* page : std::initializer_list<QWidget*>{m_enrol, m_signIn, m_suspect, m_questions, m_events, m_sale})
        m_pages->addWidget(page);
    setCentralWidget(centre);
    resize(QSize(1400, 900).boundedTo(screen()->availableSize()));
    setMinimumSize(1024, 640);
    connect(m_sale, &SalePage::keysChanged, m_keys, &ShortcutBar::setKeys);
    connect(m_sale, &SalePage::contextChanged, m_keys, &ShortcutBar::setContext);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_top, &TopBar::focusSearch);
    showPage(Page::SignIn);
}

void DeskWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_keys->setVisible(page == Page::Sale);
    if (page == Page::Sale)
        m_sale->showBasket();
    else
        m_pages->currentWidget()->setFocus();
}

void DeskWindow::addPage(QWidget* page)
{
    m_pages->addWidget(page);
}

void DeskWindow::showPage(QWidget* page, const KeyHints& keys)
{
    m_pages->setCurrentWidget(page);
    m_keys->setVisible(true);
    m_keys->setKeys(keys);
    page->setFocus();
}

void DeskWindow::showKeys(const KeyHints& keys)
{
    m_keys->setKeys(keys);
}

bool DeskWindow::shows(const QWidget* page) const
{
    return m_pages->currentWidget() == page;
}

DeskWindow::Page DeskWindow::page() const
{
    const int index = m_pages->currentIndex();
    return index < static_cast<int>(Page::Other) ? static_cast<Page>(index) : Page::Other;
}

} // namespace parterre
