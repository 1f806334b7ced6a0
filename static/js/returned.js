/* Go on to the page on which something was typed before the login; without a script, a button does. */
document.getElementById("returned").submit();
