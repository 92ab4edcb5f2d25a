// ActionSheet: at the right of the managers' page: one thing in full, and what can be done about it. Filled from
// values.
#pragma once

#include "ui/common/level.h"
#include "ui/common/sheet.h"

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace parterre {

struct ActionContent
{
    struct Part
    {
        QString caption;
        QString words;
    };
    struct Action
    {
        int id = 0;
        QString words; // says what happens, with count and name when it destroys
        int key = 0;
        Role role = Role::QuietButton; // QuietButton: an ordinary one
        bool needsText = false;        // enabled only with something in the field
        bool needsCheck = false;       // enabled only while the box is ticked
        bool enabled = true;
        friend bool operator==(const Action&, const Action&) = default;
    };
    QString title;
    Level level = Level::Good;
    QString state; // below the title, in the level's colour with its sign; empty: none
    QList<Part> parts;
    QString rowsCaption;
    QStringList rows; // a list to be read, such as seats by row
    QString check;    // words of a box to tick; empty: none
    QString field;    // caption of a line of text; empty: none
    QList<Action> actions;
};

class ActionSheet : public Sheet
{
    Q_OBJECT
public:
    explicit ActionSheet(QWidget* parent = nullptr);
    // Text, tick and keyboard are kept while `keep` is true: the same thing was read again.
    void show(const ActionContent& content, bool keep);
    void setBusy(bool busy);
    void showProblem(const QString& sentence); // empty: none
    void focusField();
    const QString& title() const { return m_content.title; }
    QString typed() const; // in the field, when there is one

Q_SIGNALS:
    void acted(int id, const QString& text, bool checked);

private:
    void clearParts();
    QStringList rowsShown() const;
    void addAction(const ActionContent::Action& action);
    void showButtons();

    ActionContent m_content;
    QLabel* m_state;
    QVBoxLayout* m_parts;
    QLabel* m_rowsCaption;
    QListWidget* m_rows;
    QCheckBox* m_check;
    QLabel* m_fieldCaption;
    QLineEdit* m_field;
    QLabel* m_problem;
    QLabel* m_asking;
    QList<QPushButton*> m_buttons; // as m_content.actions
    bool m_busy = false;
};

} // namespace parterre
