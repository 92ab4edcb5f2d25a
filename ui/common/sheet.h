// Sheet: what lies over the basket for a while: a title, a body that scrolls, and buttons below it, each with its key.
#pragma once

#include "ui/common/key_hint.h"
#include "ui/common/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QShortcut;
class QVBoxLayout;

namespace parterre {

class Sheet : public QFrame
{
    Q_OBJECT
public:
    explicit Sheet(const QString& title, QWidget* parent = nullptr);

    // The keys of the moment, for the line of shortcuts: those of lists first, then of the buttons.
    KeyHints keys() const;
    // Waits for an answer that nobody else can give: whoever leaves another sheet, or the page, comes back to it.
    virtual bool mustBeAnswered() const { return false; }
    // How tall it must be at this width for nothing to scroll.
    int wholeHeight(int width) const;

Q_SIGNALS:
    void closed(); // the person is done with it
    void keysChanged();

protected:
    void setTitle(const QString& title);
    QVBoxLayout* body() { return m_body; }
    // A paragraph of the body. Muted: captions and hints.
    QLabel* addText(const QString& words = {}, bool muted = false);
    // Below the body, in this order. The first of `keys` is shown on the button; all press it while the sheet has the
    // keyboard, except where a field wants the key for its text.
    QPushButton* addButton(const QString& words, const char* name, QList<int> keys, std::function<void()> action);
    QPushButton* addButton(const QString& words, const char* name, QList<int> keys, Role role,
                           std::function<void()> action);
    QPushButton* addBackButton(); // "Back   Esc": closed()
    void clearButtons();          // for another set of them
    // Whose keyboard focus wakes the keys, other than Enter and Esc; the sheet itself by default. Before any button.
    void setKeyScope(QWidget* scope) { m_scope = scope; }
    void setWords(QPushButton* button, const QString& words); // its key stays
    void hint(const QString& key, const QString& what);       // a key that no button shows
    // What gets the keyboard when the sheet is shown; the sheet itself by default.
    void setFirstFocus(QWidget* widget) { m_first = widget; }
    void showEvent(QShowEvent* event) override;

private:
    struct Bound
    {
        QPushButton* button;
        QString words;
        QString key;
        QList<QShortcut*> shortcuts;
    };
    void press(QPushButton* button, int key);

    QLabel* m_title;
    QVBoxLayout* m_body;
    QVBoxLayout* m_buttons;
    QList<Bound> m_bound;
    KeyHints m_hints;
    QWidget* m_first = nullptr;
    QWidget* m_scope = nullptr;
};

// A label for money and counts that do not jump: figures of one width at this type size.
QLabel* figuresLabel(int typeSize, const char* name, QWidget* parent);

} // namespace parterre
