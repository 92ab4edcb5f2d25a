// AskSheet: over the basket: one question with one line of text, such as a reason or a name. Never a window of its own.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parterre {

class AskSheet : public QFrame
{
    Q_OBJECT
public:
    struct Question
    {
        QString title;
        QString sentence;
        QString caption;
        QString button; // says what happens, with count and name when it destroys
        bool danger = false;
        std::function<void(const QString&)> answered; // called once with non-empty text
    };
    explicit AskSheet(QWidget* parent = nullptr);
    void open(Question question);

Q_SIGNALS:
    void closed(); // answered or cancelled

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void submit();
    Question m_question;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_caption;
    QLineEdit* m_field;
    QPushButton* m_go;
};

} // namespace parterre
