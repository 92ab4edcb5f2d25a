// SignInPage: who sells. Works with the line down for clerks who have signed in here before.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parterre {

class SignInPage : public QFrame
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);
    void setCounterName(const QString& name);
    void setBusy(bool busy);
    void showProblem(const QString& sentence);
    void clearPassword();

Q_SIGNALS:
    void signInRequested(const QString& name, const QString& password);

private:
    void submit();
    QLabel* m_counter;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QLabel* m_problem;
    QPushButton* m_go;
};

} // namespace parterre
